import { useState, type FocusEvent } from 'react';
import type { FieldProblem, FieldProblemCode } from '../../core/capture/types';
import type { FieldProps } from './FieldProps';

/** What is wrong with most answers until their last character. */
const UNFINISHED: readonly FieldProblemCode[] = [
  'not-a-number',
  'not-a-date',
  'no-such-time',
  'date-out-of-range',
  'not-a-phone',
  'not-an-email',
  'not-a-url',
  'not-a-reference',
  'not-a-task-sid',
  'too-small',
  'off-step',
  'media-incomplete',
  'media-listed',
];

interface SettledProblem {
  readonly problem: FieldProblem | undefined;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent<HTMLElement, HTMLElement>) => void;
}

/**
 * A field's problem once there is a point in telling it: an answer that is being written for the first time is not
 * called wrong letter by letter, but when the agent leaves the field. One that was called wrong before, or that the
 * agent was sent back to, is judged at each letter.
 */
export function useSettledProblem({
  problem,
  asked,
}: Pick<FieldProps, 'problem' | 'asked'>): SettledProblem {
  const [begun, setBegun] = useState(false);
  const unfinished = problem !== undefined && UNFINISHED.includes(problem.code);
  return {
    problem: begun && unfinished && !asked ? undefined : problem,
    onFocus: () => {
      if (!problem) setBegun(true);
    },
    onBlur: ({ currentTarget, relatedTarget }) => {
      // To the time after the date is no leaving; to the button that clears the field is.
      const goesOn =
        currentTarget.contains(relatedTarget) && relatedTarget?.matches('input, select, textarea');
      if (!goesOn) setBegun(false);
    },
  };
}
