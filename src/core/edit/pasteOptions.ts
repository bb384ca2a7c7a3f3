import { cleanText } from '../capture/storedText';
import type { CatalogContent, LanguageTag, Option } from '../catalog/types';
import { readTable } from '../exchange/table';
import { optionIndexOf, optionProposer, withOptions } from './options';

/** A name, and how deep it stands below the place that it is pasted to. */
interface OutlineLine {
  readonly level: number;
  readonly name: string;
}

/** Columns are levels: a row may name the whole path, or leave the cells empty that are as above. */
function linesOfTable(text: string): readonly OutlineLine[] {
  return readTable(text, '\t').rows.flatMap((row) =>
    row.flatMap((cell, level) => {
      const name = cleanText(cell);
      return name === '' ? [] : [{ level, name }];
    }),
  );
}

/** Lines further to the right are below the line before. */
function linesOfIndentation(text: string): readonly OutlineLine[] {
  const open: number[] = [];
  return text.split(/\r\n?|\n/).flatMap((line) => {
    const name = cleanText(line);
    if (name === '') return [];
    const indent = line.length - line.trimStart().length;
    while ((open[open.length - 1] ?? -1) >= indent) open.pop();
    open.push(indent);
    return [{ level: open.length - 1, name }];
  });
}

interface Paste {
  readonly content: CatalogContent;
  readonly added: number;
  /** Names that were there already, and stay as they are. */
  readonly known: number;
}

/**
 * Makes options of what was copied from a spreadsheet or a text, below `parent`: columns or indentation are levels.
 * A name that is there already under the same parent is not made again; what is below it is added to it.
 */
export function pasteOptions(
  content: CatalogContent,
  picklistId: string,
  text: string,
  language: LanguageTag,
  parent: string | null,
): Paste {
  const options = content.picklists.find(({ id }) => id === picklistId)?.options ?? [];
  const propose = optionProposer(content, picklistId);
  const keyOf = (above: string | null, name: string): string =>
    JSON.stringify([above, name.toLowerCase()]);
  const byName = new Map<string, string>();
  for (const { code, name, parent: above } of options) {
    for (const one of Object.values(name)) byName.set(keyOf(above ?? null, one), code);
  }
  const seen = new Set<string>();
  let known = 0;
  const pasted: Option[] = [];
  const path: string[] = [];
  const lines = text.includes('\t') ? linesOfTable(text) : linesOfIndentation(text);
  for (const { level, name } of lines) {
    path.length = Math.min(level, path.length);
    const above = path[path.length - 1] ?? parent;
    const key = keyOf(above, name);
    let code = byName.get(key);
    if (code === undefined) {
      const option = propose(name, language, above);
      code = option.code;
      byName.set(key, code);
      pasted.push(option);
    } else if (!seen.has(key)) known += 1;
    seen.add(key);
    path.push(code);
  }
  return { content: withPasted(content, picklistId, pasted), added: pasted.length, known };
}

/** New trees go after the last option below what they are pasted to, each in one piece. */
function withPasted(
  content: CatalogContent,
  picklistId: string,
  pasted: readonly Option[],
): CatalogContent {
  if (pasted.length === 0) return content;
  const parents = new Map(pasted.map(({ code, parent }) => [code, parent ?? null]));
  const children = new Map<string | null, Option[]>();
  for (const option of pasted) {
    const above = option.parent ?? null;
    const others = children.get(above);
    if (others) others.push(option);
    else children.set(above, [option]);
  }
  const treeOf = (above: string | null): readonly Option[] =>
    (children.get(above) ?? []).flatMap((option) => [option, ...treeOf(option.code)]);
  return withOptions(content, picklistId, (options) => {
    const places = [...children.keys()].filter((above) => above === null || !parents.has(above));
    return places.reduce((all, above) => {
      const at = optionIndexOf(all, { parent: above, before: null });
      return [...all.slice(0, at), ...treeOf(above), ...all.slice(at)];
    }, options);
  });
}
