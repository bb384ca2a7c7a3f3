import { judgeMatcher, type Judgement } from '../../../core/assignments/judgeMatcher';
import type { AssignmentFacts, Criterion, Matcher } from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

/** A task of which nothing is known. */
export const NO_FACTS: AssignmentFacts = {
  queueName: '',
  queueSid: '',
  channel: '',
  direction: 'unknown',
  workflowName: '',
  workflowSid: '',
  skills: [],
  teams: [],
  attributes: {},
  startedAt: null,
};

const listWords = (t: TranslateEditor, values: readonly string[]): string => {
  const [last = ''] = values.slice(-1);
  return values.length < 2
    ? last
    : t('assignments.or', { first: values.slice(0, -1).join(', '), last });
};

const valueWords = (t: TranslateEditor, criterion: Criterion, value: string): string =>
  criterion === 'direction' && (value === 'inbound' || value === 'outbound' || value === 'unknown')
    ? t(`assignments.direction.${value}`)
    : value;

/** What a criterion asks for. */
export function criterionWords(
  t: TranslateEditor,
  { criterion, expected, path }: Judgement,
): string {
  if (criterion === 'date') {
    const [from = '', to = ''] = expected;
    if (from === '') return t('assignments.until', { to });
    return to === '' ? t('assignments.since', { from }) : t('assignments.between', { from, to });
  }
  return t('assignments.is', {
    what: path ?? t(`assignments.criterion.${criterion}`),
    values: listWords(
      t,
      expected.map((value) => valueWords(t, criterion, value)),
    ),
  });
}

const SID = /^W[QW][0-9a-f]{32}$/i;

/** What there is instead. A SID tells people nothing, unless the assignment has one too. */
const foundInstead = ({ criterion, expected, found }: Judgement): readonly string[] => {
  const isNamed = criterion === 'queue' || criterion === 'workflow';
  if (!isNamed || expected.some((value) => SID.test(value.trim()))) return found;
  return found.slice(0, 1);
};

/** What is asked for, and what there is instead. */
export const unmetWords = (t: TranslateEditor, judgement: Judgement): string =>
  t('assignments.why.unmet', {
    expected: criterionWords(t, judgement),
    found:
      judgement.found.length === 0
        ? t('assignments.why.notKnown')
        : foundInstead(judgement)
            .map((value) => valueWords(t, judgement.criterion, value))
            .join(', '),
  });

/** What a matcher asks for, criterion by criterion; empty for a fallback. */
export const matcherWords = (t: TranslateEditor, when: Matcher): readonly string[] =>
  judgeMatcher(when, NO_FACTS, 'UTC').map((judgement) => criterionWords(t, judgement));

/** Positions as people count them. */
export const numbersOf = (positions: readonly number[]): string =>
  positions.map((position) => position + 1).join(', ');
