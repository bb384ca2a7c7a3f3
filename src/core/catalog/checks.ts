import { ownValue } from '../attributes/paths';
import { nodeAt, stringAt, type Node } from './node';
import type { RefusalCode } from './problemCodes';
import type { CatalogProblem } from './types';

/** Takes a problem down. */
export type Report = (code: RefusalCode, path: string, details?: CatalogProblem['details']) => void;

/** Reports each value of `key` that an earlier node has, as `same` sees it. */
export function reportDuplicates(
  nodes: readonly Node[],
  key: string,
  code: RefusalCode,
  report: Report,
  same: (value: string) => string = (value) => value,
): void {
  const seen = new Map<string, string>();
  for (const node of nodes) {
    const value = stringAt(node, key);
    if (value === null) continue;
    const first = seen.get(same(value));
    if (first === undefined) seen.set(same(value), node.path);
    else report(code, `${node.path}/${key}`, { value, first });
  }
}

/** Reports texts that are missing in the reported language, the one every other falls back to. */
export function reportMissingText(
  node: Node,
  key: string,
  language: string | null,
  report: Report,
): void {
  const texts = nodeAt(node, key);
  if (!texts || language === null) return;
  if (ownValue(texts.value, language) === undefined) {
    report('text-missing', texts.path, { language });
  }
}
