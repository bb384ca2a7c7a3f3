import { useEffect, useMemo, useRef } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutText } from '@twilio-paste/core/callout';
import { mergeNow } from '../../app/mergeNow';
import type { Session, SessionCommands } from '../../app/session';
import { parseAttributes } from '../../core/attributes/parseAttributes';
import { listedMedia } from '../../core/capture/storedMedia';
import { fieldsOf } from '../../core/catalog/fieldsOf';
import { textIn } from '../../core/catalog/textIn';
import type { Field } from '../../core/catalog/types';
import type { JsonValue } from '../../core/json';
import { timeOfDay } from '../../strings/timeOfDay';
import { createTranslator } from '../../strings/translate';
import { later } from '../later/later';
import { Disclosure } from './Disclosure';
import { droppedBecause } from './droppedBecause';
import { FieldRow } from './FieldRow';
import { foldedFields } from './foldedFields';
import { PanelHead } from './PanelHead';
import { SaveFailureNotice } from './SaveFailureNotice';
import { SaveWaitingNotice } from './SaveWaitingNotice';
import { SectionHeading } from './SectionHeading';
import { WayOut } from './WayOut';
import { WrapUpTime } from './WrapUpTime';

/** With it comes the model of what Insights takes, which nobody needs who doesn't look. */
const RecordView = later(() => import('./RecordView').then((part) => part.RecordView));

interface CapturePanelProps {
  readonly session: Session;
  /** The same object at each render, so that untouched fields are not rendered again. */
  readonly commands: SessionCommands;
  /** BCP 47 tag of the agent's language. */
  readonly language: string;
}

/** The wrap-up form of one reservation. Shows the session and passes gestures on; holds no answer itself. */
export function CapturePanel({ session, commands, language }: CapturePanelProps) {
  const t = useMemo(() => createTranslator(language), [language]);
  const titleRef = useRef<HTMLElement>(null);
  const { form, catalog, capture, states, save, follows } = session;
  const readOnly = session.readOnly || follows;
  const inLanguage = (texts: typeof form.name) => textIn(texts, language, catalog.reportedLanguage);
  const listed = useMemo(() => mediaOnTask(session.attributes), [session.attributes]);
  const asksForMore = catalog.policies.enforcement !== 'optional';
  const nameOf = useMemo(() => {
    const names = new Map(
      fieldsOf(form).map(({ id, name }) => [id, textIn(name, language, catalog.reportedLanguage)]),
    );
    return (id: string) => names.get(id) ?? id;
  }, [form, catalog, language]);
  const { reservationSid, facts, transferred } = session;
  const merge = useMemo(
    () => mergeNow({ reservationSid, catalog, form, facts, capture, transferred }),
    [reservationSid, catalog, form, facts, capture, transferred],
  );
  const isWanted = (id: string): boolean =>
    session.focus?.field === id || session.problems.some(({ field }) => field === id);

  const placed = useRef<ReadonlySet<string>>(new Set());
  const folded = readOnly ? NOTHING_FOLDED : foldedFields(form, states, placed.current);
  useEffect(() => {
    placed.current = folded;
  });

  const cause = droppedBecause(session);
  const cleared = (id: string): string | undefined => {
    if (session.taken.includes(id)) return t('conflict.taken');
    if (!session.dropped.includes(id)) return undefined;
    return cause === null ? t('field.dropped') : t('field.droppedFor', { cause: nameOf(cause) });
  };

  // A button that takes itself away would take the keyboard's place in the page with it.
  const keepPlace = () => titleRef.current?.focus();

  const row = (field: Field, idBase: string) => {
    const state = states[field.id];
    return state?.shown ? (
      <FieldRow
        key={field.id}
        field={field}
        state={state}
        answer={state.answer}
        foreign={session.foreign[field.id]}
        previous={session.previous.answers[field.id]}
        previousForeign={session.previous.foreign[field.id]}
        suggested={capture.suggested?.[field.id]}
        listed={field.kind === 'media' ? listed : NOTHING_LISTED}
        cleared={cleared(field.id)}
        conflict={session.conflicts.find((conflict) => conflict.field === field.id)}
        onDecide={commands.decide}
        problem={session.problems.find((problem) => problem.field === field.id)}
        required={asksForMore && state.required}
        readOnly={readOnly}
        form={form}
        catalog={catalog}
        language={language}
        t={t}
        dispatch={commands.dispatch}
        idBase={idBase}
        focus={session.focus?.field === field.id ? session.focus : null}
      />
    ) : null;
  };
  // By position: a field's own id may hold what no id of an element can.
  const rowsOf = (isIn: (field: Field) => boolean) =>
    form.sections.map(({ fields }, sectionNumber) =>
      fields.flatMap((field, fieldNumber) =>
        isIn(field)
          ? [row(field, `debrief-${reservationSid}-${sectionNumber}-${fieldNumber}`)]
          : [],
      ),
    );
  const asked = rowsOf(({ id }) => states[id]?.shown === true && !folded.has(id));

  return (
    <Box
      role="form"
      aria-label={t('panel.label')}
      data-debrief="panel"
      display="flex"
      flexDirection="column"
      rowGap="space60"
      // Flex's tab is a flex row that would leave us as wide as our texts.
      width="100%"
      minWidth="size0"
      padding="space60"
      color="colorText"
      backgroundColor="colorBackgroundBody"
    >
      <PanelHead
        session={session}
        dispatch={commands.dispatch}
        merge={merge}
        title={inLanguage(form.name)}
        titleRef={titleRef}
        fieldName={nameOf}
        language={language}
        t={t}
      />
      {session.wrapUp && !session.readOnly ? (
        <WrapUpTime
          wrapUp={session.wrapUp}
          readOnly={readOnly}
          idBase={`debrief-${reservationSid}`}
          takeMoreTime={commands.takeMoreTime}
          t={t}
        />
      ) : null}

      {readOnly ? (
        <Callout variant="neutral">
          <CalloutText>{t(follows ? 'panel.follows' : 'panel.readOnly')}</CalloutText>
          {follows ? (
            <Box marginTop="space40">
              <Button
                variant="secondary"
                size="small"
                onClick={() => {
                  keepPlace();
                  commands.writeHere();
                }}
              >
                {t('panel.writeHere')}
              </Button>
            </Box>
          ) : null}
        </Callout>
      ) : null}
      {session.restored !== null && !readOnly ? (
        <Box display="flex" columnGap="space40" color="colorTextWeak" fontSize="fontSize20">
          <span role="status">
            {t(session.restoredElsewhere ? 'restored.elsewhere' : 'restored.text', {
              time: timeOfDay(session.restored, language),
            })}
          </span>
          <Button
            variant="link"
            size="reset"
            onClick={() => {
              keepPlace();
              commands.hideRestored();
            }}
          >
            {t('restored.hide')}
          </Button>
        </Box>
      ) : null}
      {save.status === 'failed' && !readOnly ? (
        <SaveFailureNotice
          save={save}
          onRetry={() => {
            keepPlace();
            commands.retry();
          }}
          onCompleteWithoutSaving={commands.completeWithoutSaving}
          fieldName={nameOf}
          language={language}
          t={t}
        />
      ) : null}

      {save.status === 'waiting' && !readOnly ? (
        <SaveWaitingNotice
          save={save}
          onCompleteWithoutSaving={commands.completeWithoutSaving}
          language={language}
          t={t}
        />
      ) : null}

      <WayOut session={session} onTake={commands.takeWayOut} language={language} t={t} />

      {form.sections.map((section, number) => {
        const rows = asked[number] ?? [];
        const name = inLanguage(section.name);
        return rows.length > 0 ? (
          <Box key={section.id} role="group" aria-label={name} minWidth="size0">
            <SectionHeading>{name}</SectionHeading>
            <Box display="flex" flexDirection="column" rowGap="space60">
              {rows}
            </Box>
          </Box>
        ) : null;
      })}

      {folded.size > 0 ? (
        <Disclosure
          id={`debrief-${reservationSid}-filled-in`}
          title={t('panel.filledIn', { number: folded.size })}
          forced={[...folded].some(isWanted)}
        >
          {() => (
            <Box display="flex" flexDirection="column" rowGap="space60">
              {rowsOf(({ id }) => folded.has(id))}
            </Box>
          )}
        </Disclosure>
      ) : null}

      {readOnly ? null : (
        <Disclosure id={`debrief-${reservationSid}-record`} title={t('record.title')}>
          {() => (
            <RecordView merge={merge} attributes={session.attributes} language={language} t={t} />
          )}
        </Disclosure>
      )}
    </Box>
  );
}

const NOTHING_FOLDED: ReadonlySet<string> = new Set();
const NOTHING_LISTED: readonly JsonValue[] = [];

const mediaOnTask = (attributes: unknown): readonly JsonValue[] => {
  const parsed = parseAttributes(attributes);
  return (parsed.ok ? listedMedia(parsed.value) : null) ?? NOTHING_LISTED;
};
