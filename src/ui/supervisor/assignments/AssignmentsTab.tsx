import { useEffect, useMemo, useRef, useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import { Paragraph } from '@twilio-paste/core/paragraph';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import { useUID } from '@twilio-paste/core/uid-library';
import type { AccountDirectory } from '../../../app/editing/directory';
import { covers } from '../../../core/assignments/compareMatchers';
import {
  findOverlaps,
  findUnreachable,
  unreachableFinding,
} from '../../../core/assignments/findOverlaps';
import { textIn } from '../../../core/catalog/textIn';
import type { CatalogContent, CatalogProblem, Matcher } from '../../../core/catalog/types';
import {
  addAssignment,
  moveAssignment,
  proposeAssignmentId,
  removeAssignment,
  setAssignment,
} from '../../../core/edit/assignments';
import { withChanges, type Changes } from '../../../core/edit/lists';
import { findingText } from '../../../strings/editor/findingText';
import type { EditorTabProps } from '../EditorTabProps';
import { isWarning } from '../forms/findingsAt';
import { AssignmentEditor } from './AssignmentEditor';
import { AssignmentRow, type RowAction } from './AssignmentRow';
import { AssignmentTable } from './AssignmentTable';
import { problemsByPosition } from './problemsByPosition';
import { useDirectory } from './useDirectory';
import { WhyPanel } from './WhyPanel';
import { matcherWords, numbersOf } from './words';

interface AssignmentsTabProps extends EditorTabProps {
  readonly directory: AccountDirectory;
}

const changeWhen = (
  content: CatalogContent,
  id: string,
  change: (when: Matcher) => Changes<Matcher>,
): CatalogContent => {
  const when = content.assignments.find((one) => one.id === id)?.when;
  return when ? setAssignment(content, id, { when: withChanges(when, change(when)) }) : content;
};

/** Which form a task gets: assignments in the order in which they are tried, and why a task gets its form. */
export function AssignmentsTab(props: AssignmentsTabProps) {
  const { content, findings, jump, language, readOnly, edit, t } = props;
  const { assignments, forms, reportedLanguage } = content;
  const { directory, lookAgain } = useDirectory(props.directory);
  const idBase = useUID();
  const [openId, setOpenId] = useState<string | null>(null);
  const [happened, setHappened] = useState('');
  /** The element to go to once it is there. */
  const wish = useRef<string | null>(null);
  useEffect(() => {
    const element = wish.current === null ? null : document.getElementById(wish.current);
    if (!element) return;
    wish.current = null;
    element.focus();
  });

  const problems = useMemo(() => problemsByPosition(findings), [findings]);
  const unreachable = useMemo(() => findUnreachable(assignments), [assignments]);
  const overlaps = useMemo(() => findOverlaps(assignments), [assignments]);
  const idOf = (id: string, action: RowAction): string =>
    `${idBase}-${encodeURIComponent(id)}-${action}`;
  const addId = `${idBase}-add`;

  useEffect(() => {
    const position = /^\/assignments\/(\d+)/.exec(jump?.pointer ?? '')?.[1];
    const wanted = position === undefined ? undefined : assignments[Number(position)];
    if (wanted) setOpenId(wanted.id);
    // Only a new wish opens anything: not what is edited meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [jump]);

  const move = (id: string, to: number, action: RowAction | null) => {
    const from = assignments.findIndex((one) => one.id === id);
    const before = assignments[to > from ? to + 1 : to]?.id ?? null;
    const numbers = { from: from + 1, to: to + 1 };
    edit(t('assignments.did.move', numbers), (now) => moveAssignment(now, id, before));
    setHappened(t('assignments.moved', numbers));
    if (action === null) return;
    // At the end of the list the button of that way takes no focus.
    const isAtEnd = to === (action === 'up' ? 0 : assignments.length - 1);
    wish.current = idOf(id, isAtEnd ? (action === 'up' ? 'down' : 'up') : action);
  };

  const add = () => {
    const form = forms[0]?.id ?? null;
    const id = proposeAssignmentId(content, form);
    // Behind one that matches every task nothing is ever reached.
    const fallback = assignments.findIndex(({ when }) => covers(when, {}));
    const before = assignments[fallback]?.id ?? null;
    const number = (before === null ? assignments.length : fallback) + 1;
    edit(t('assignments.did.add', { number }), (now) =>
      addAssignment(now, { id, when: {}, form }, before),
    );
    setHappened(t('assignments.added', { number }));
    setOpenId(id);
  };

  const act = (id: string, action: RowAction) => {
    const position = assignments.findIndex((one) => one.id === id);
    const assignment = assignments[position];
    if (!assignment) return;
    const number = position + 1;
    switch (action) {
      case 'up':
        return move(id, position - 1, action);
      case 'down':
        return move(id, position + 1, action);
      case 'edit':
        return setOpenId((open) => (open === id ? null : id));
      case 'duplicate': {
        const copy = { ...assignment, id: proposeAssignmentId(content, assignment.form) };
        edit(t('assignments.did.duplicate', { number }), (now) => {
          const next = now.assignments.findIndex((one) => one.id === id) + 1;
          return addAssignment(now, copy, now.assignments[next]?.id ?? null);
        });
        setHappened(t('assignments.added', { number: number + 1 }));
        return setOpenId(copy.id);
      }
      case 'delete': {
        const next = assignments[position + 1] ?? assignments[position - 1];
        edit(t('assignments.did.delete', { number }), (now) => removeAssignment(now, id));
        setHappened(t('assignments.deleted', { number }));
        if (openId === id) setOpenId(null);
        wish.current = next ? idOf(next.id, 'delete') : addId;
      }
    }
  };

  const formText = (form: string | null): string => {
    if (form === null) return t('assignments.noForm');
    const found = forms.find(({ id }) => id === form);
    return found
      ? textIn(found.name, language, reportedLanguage)
      : t('assignments.lostForm', { form });
  };
  const notesOf = (position: number) => {
    // These are found in any draft, warnings only in one without refusals.
    const lost = unreachable.find((pair) => pair.position === position);
    const own: readonly CatalogProblem[] = [
      ...(problems.get(position) ?? []).filter(({ code }) => code !== 'assignment-unreachable'),
      ...(lost ? [unreachableFinding(lost)] : []),
    ];
    const earlier = overlaps.filter((pair) => pair.position === position).map(({ by }) => by);
    return [
      ...own.map((problem) => ({
        text: findingText(t, problem),
        variant: isWarning(problem) ? ('warning' as const) : ('error' as const),
      })),
      ...(earlier.length === 0
        ? []
        : [
            {
              text: t('assignments.overlap', { others: numbersOf(earlier) }),
              variant: 'default' as const,
            },
          ]),
    ];
  };

  const openPosition = assignments.findIndex(({ id }) => id === openId);
  const open = assignments[openPosition];
  return (
    <Box display="flex" flexDirection="column" rowGap="space60">
      <Paragraph marginBottom="space0">{t('assignments.help')}</Paragraph>
      {assignments.length === 0 ? (
        <Callout variant="neutral">
          <CalloutHeading as="h3">{t('assignments.empty.title')}</CalloutHeading>
          <CalloutText>
            {t(readOnly ? 'assignments.empty.readOnly' : 'assignments.empty.text')}
          </CalloutText>
        </Callout>
      ) : (
        <AssignmentTable
          onDrop={(id, onto) =>
            move(
              id,
              assignments.findIndex((one) => one.id === onto),
              null,
            )
          }
          t={t}
        >
          {assignments.map(({ id, when, form }, position) => (
            <AssignmentRow
              key={id}
              id={id}
              idOf={(action) => idOf(id, action)}
              position={position}
              count={assignments.length}
              when={matcherWords(t, when)}
              form={formText(form)}
              notes={notesOf(position)}
              open={id === openId}
              readOnly={readOnly}
              onAction={(action) => act(id, action)}
              t={t}
            />
          ))}
        </AssignmentTable>
      )}
      {forms.length === 0 ? (
        <Callout variant="neutral">
          <CalloutText>{t('assignments.noForms')}</CalloutText>
        </Callout>
      ) : null}
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space50" rowGap="space30">
        {readOnly ? null : (
          <Button id={addId} variant="primary" onClick={add}>
            <PlusIcon decorative />
            {t('assignments.add')}
          </Button>
        )}
        <Box role="status" aria-label={t('assignments.happened')} color="colorTextWeak">
          {happened}
        </Box>
      </Box>
      {open ? (
        <AssignmentEditor
          key={open.id}
          id={`${idBase}-editor`}
          assignment={open}
          position={openPosition}
          content={content}
          directory={directory}
          language={language}
          problems={problems.get(openPosition) ?? []}
          readOnly={readOnly}
          onForm={(form) =>
            edit(t('assignments.did.form', { number: openPosition + 1 }), (now) =>
              setAssignment(now, open.id, { form }),
            )
          }
          onWhen={(change) =>
            edit(t('assignments.did.criterion', { number: openPosition + 1 }), (now) =>
              changeWhen(now, open.id, change),
            )
          }
          onClose={() => {
            setOpenId(null);
            wish.current = idOf(open.id, 'edit');
          }}
          t={t}
        />
      ) : null}
      <WhyPanel
        id={`${idBase}-why`}
        content={content}
        directory={directory}
        onLookAgain={lookAgain}
        language={language}
        t={t}
      />
    </Box>
  );
}
