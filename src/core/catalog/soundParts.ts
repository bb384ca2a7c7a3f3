import { safeParse, type GenericSchema } from 'valibot';
import { ownValue } from '../attributes/paths';
import { fieldShape, optionShape, sectionRulesShape } from './catalogShape';
import { nodesIn, stringAt, type Node } from './node';
import type { Catalog, Field, Form, Option, Picklist, Section } from './types';

/** A part of a catalog whose own shape is right, and where it stands. */
export interface SoundField {
  readonly field: Field;
  readonly section: Section;
  readonly path: string;
}

export interface SoundPicklist {
  readonly picklist: Picklist;
  /** JSON pointers to the options, as they are in `picklist`. */
  readonly places: ReadonlyMap<Option, string>;
}

export interface SoundForm {
  readonly form: Form;
  readonly path: string;
  readonly fields: readonly SoundField[];
  /** Of all fields, those of a wrong shape included. */
  readonly ids: ReadonlySet<string>;
  /** Whether every field and section rule has the right shape, so that they can be judged together. */
  readonly isWhole: boolean;
}

export interface SoundParts {
  readonly forms: readonly SoundForm[];
  /** By id; only those whose options all have the right shape. */
  readonly picklists: ReadonlyMap<string, SoundPicklist>;
  /** What of a catalog the checks of single values look at. */
  readonly catalog: Catalog;
}

function sound<T>(shape: GenericSchema<unknown, T>, value: unknown): T | null {
  const parsed = safeParse(shape, value);
  return parsed.success ? parsed.output : null;
}

function readPicklist(node: Node, isSound: boolean): SoundPicklist | null {
  const listed = ownValue(node.value, 'options');
  if (!Array.isArray(listed)) return null;
  const places = new Map<Option, string>();
  for (const [position, item] of listed.entries()) {
    const option = isSound ? (item as unknown as Option) : sound(optionShape, item);
    if (!option) return null;
    places.set(option, `${node.path}/options/${position}`);
  }
  return {
    picklist: { id: stringAt(node, 'id') ?? '', name: {}, options: [...places.keys()] },
    places,
  };
}

function readForm(node: Node): SoundForm {
  let isWhole = true;
  const fields: SoundField[] = [];
  const sections = nodesIn(node, 'sections').map((sectionNode): Section => {
    const rules = ownValue(sectionNode.value, 'rules');
    const soundRules = rules === undefined ? {} : sound(sectionRulesShape, rules);
    const own: Field[] = [];
    const section: Section = {
      id: stringAt(sectionNode, 'id') ?? '',
      name: {},
      rules: soundRules ?? {},
      fields: own,
    };
    if (!soundRules) isWhole = false;
    for (const { value, path } of nodesIn(sectionNode, 'fields')) {
      const field = sound(fieldShape, value);
      if (!field) {
        isWhole = false;
        continue;
      }
      own.push(field);
      fields.push({ field, section, path });
    }
    return section;
  });
  const ids = nodesIn(node, 'sections')
    .flatMap((section) => nodesIn(section, 'fields'))
    .flatMap((field) => stringAt(field, 'id') ?? []);
  return {
    form: { id: stringAt(node, 'id') ?? '', name: {}, sections },
    path: node.path,
    fields,
    ids: new Set(ids),
    isWhole,
  };
}

/**
 * The parts of a catalog file that can be judged although others have a wrong shape. `isSound`: no part has one, so
 * that thousands of options need not be looked at again.
 */
export function soundParts(
  forms: readonly Node[],
  lists: readonly Node[],
  isSound: boolean,
): SoundParts {
  const picklists = new Map<string, SoundPicklist>();
  for (const node of lists) {
    const read = readPicklist(node, isSound);
    if (read && !picklists.has(read.picklist.id)) picklists.set(read.picklist.id, read);
  }
  return {
    forms: forms.map(readForm),
    picklists,
    catalog: {
      schema: 1,
      version: 1,
      reportedLanguage: '',
      policies: { enforcement: 'optional', wayOut: false },
      picklists: [...picklists.values()].map(({ picklist }) => picklist),
      forms: [],
      assignments: [],
    },
  };
}
