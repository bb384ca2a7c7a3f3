import type { Fed } from './targetRules';
import type { AnswerableField, PairTarget } from './types';

/** One path that a field writes, and how. */
export interface TargetUse {
  /** In the dictionary. */
  readonly path: string;
  /** JSON pointer to it in the catalog. */
  readonly place: string;
  readonly fed: Fed;
  /** What is stored of an option; null for other kinds. */
  readonly of: 'code' | 'reported' | 'number' | 'joined' | null;
  /** Whether the path is one half of a declared pair. */
  readonly inPair: boolean;
  readonly override: boolean;
}

const pairUses = (pair: PairTarget, place: string, fed: Fed): readonly TargetUse[] => [
  {
    path: pair.attribute,
    place: `${place}/attribute`,
    fed,
    of: 'code',
    inPair: true,
    override: false,
  },
  {
    path: pair.label,
    place: `${place}/label`,
    fed,
    of: 'reported',
    inPair: true,
    override: false,
  },
];

/** All paths that a field writes, with their places. `place` points to the field. */
export function targetUses(field: AnswerableField, place: string): readonly TargetUse[] {
  const at = `${place}/target`;
  const base = { inPair: false, override: false };
  switch (field.kind) {
    case 'choice': {
      const { target, also = [] } = field;
      return [
        ...('path' in target
          ? [
              {
                ...base,
                path: target.path,
                place: `${at}/path`,
                fed: 'choice' as const,
                of: 'reported' as const,
                override: target.override === true,
              },
            ]
          : pairUses(target, at, 'choice')),
        ...also.map((further, position) => ({
          ...base,
          path: further.path,
          place: `${place}/also/${position}/path`,
          fed: further.value === 'number' ? ('option-number' as const) : ('choice' as const),
          of: further.value,
          override: further.override === true,
        })),
      ];
    }
    case 'choices': {
      const { slots = [], joined } = field;
      const slotUses = slots.flatMap((slot, position) =>
        pairUses(slot, `${place}/slots/${position}`, 'choices'),
      );
      if (!joined) return slotUses;
      return [
        ...slotUses,
        {
          ...base,
          path: joined.path,
          place: `${place}/joined/path`,
          fed: 'choices',
          of: 'joined',
          override: joined.override === true,
        },
      ];
    }
    default:
      return [
        {
          ...base,
          path: field.target.path,
          place: `${at}/path`,
          fed: field.kind === 'number' && field.integer ? 'integer' : field.kind,
          of: null,
          override: field.target.override === true,
        },
      ];
  }
}
