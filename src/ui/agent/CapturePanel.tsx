import { useMemo, useRef } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutText } from '@twilio-paste/core/callout';
import { Heading } from '@twilio-paste/core/heading';
import type { Session, SessionCommands } from '../../app/session';
import { parseAttributes } from '../../core/attributes/parseAttributes';
import { copyAllIntent } from '../../core/capture/copyIntents';
import { listedMedia } from '../../core/capture/storedMedia';
import { textIn } from '../../core/catalog/textIn';
import type { JsonValue } from '../../core/json';
import { createTranslator, type Translate } from '../../strings/translate';
import { FieldRow } from './FieldRow';
import { HeaderNote } from './HeaderNote';
import { requiredLeft } from './requiredLeft';
import { SaveFailureNotice } from './SaveFailureNotice';
import { SaveStatusText } from './SaveStatusText';
import { SaveWaitingNotice } from './SaveWaitingNotice';
import { SectionHeading } from './SectionHeading';

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
  const { form, catalog, capture, states, save, readOnly } = session;
  const inLanguage = (texts: typeof form.name) => textIn(texts, language, catalog.reportedLanguage);
  const listed = useMemo(() => mediaOnTask(session.attributes), [session.attributes]);
  const asksForMore = catalog.policies.enforcement !== 'optional';

  const left = asksForMore ? requiredLeft(form, states) : null;
  const copyAll = readOnly
    ? null
    : copyAllIntent(catalog, form, session.previous.answers, capture.answers);

  // A button that takes itself away would take the keyboard's place in the page with it.
  const keepPlace = () => titleRef.current?.focus();

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
      <Box>
        <Box display="flex" alignItems="baseline" columnGap="space40">
          <Box
            ref={titleRef}
            tabIndex={-1}
            outline="none"
            flexGrow={1}
            minWidth="size0"
            overflowWrap="anywhere"
          >
            <Heading as="h2" variant="heading40" marginBottom="space0">
              {inLanguage(form.name)}
            </Heading>
          </Box>
          {copyAll ? (
            <Button
              variant="link"
              aria-label={t('previous.copyAllOf')}
              onClick={() => {
                keepPlace();
                commands.dispatch(copyAll);
              }}
            >
              {t('previous.copyAll')}
            </Button>
          ) : null}
          {capture.past.length > 0 && !readOnly ? (
            <Button
              variant="link"
              onClick={() => {
                if (capture.past.length === 1) keepPlace();
                commands.dispatch({ type: 'undo' });
              }}
            >
              {t('panel.undo')}
            </Button>
          ) : null}
        </Box>
        <Box display="flex" columnGap="space40">
          <Box flexGrow={1}>
            <HeaderNote>{readOnly ? null : progressText(t, left)}</HeaderNote>
          </Box>
          <Box flexShrink={0}>
            <HeaderNote>
              <SaveStatusText save={save} language={language} t={t} />
            </HeaderNote>
          </Box>
        </Box>
      </Box>

      {readOnly ? (
        <Callout variant="neutral">
          <CalloutText>{t('panel.readOnly')}</CalloutText>
        </Callout>
      ) : null}
      {save.status === 'failed' && !readOnly ? (
        <SaveFailureNotice
          save={save}
          onRetry={() => {
            keepPlace();
            commands.retry();
          }}
          onCompleteWithoutSaving={commands.completeWithoutSaving}
          t={t}
        />
      ) : null}

      {save.status === 'waiting' && !readOnly ? (
        <SaveWaitingNotice
          save={save}
          onCompleteWithoutSaving={commands.completeWithoutSaving}
          t={t}
        />
      ) : null}

      {form.sections.map((section, sectionNumber) => {
        if (!section.fields.some(({ id }) => states[id]?.shown)) return null;
        const name = inLanguage(section.name);
        return (
          <Box key={section.id} role="group" aria-label={name} minWidth="size0">
            <SectionHeading>{name}</SectionHeading>
            <Box display="flex" flexDirection="column" rowGap="space60">
              {section.fields.map((field, fieldNumber) => {
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
                    listed={field.kind === 'media' ? listed : NOTHING_LISTED}
                    problem={session.problems.find((problem) => problem.field === field.id)}
                    required={asksForMore && state.required}
                    readOnly={readOnly}
                    form={form}
                    catalog={catalog}
                    language={language}
                    t={t}
                    dispatch={commands.dispatch}
                    // By position: a field's own id may hold what no id of an element can.
                    idBase={`debrief-${session.reservationSid}-${sectionNumber}-${fieldNumber}`}
                    focus={session.focus?.field === field.id ? session.focus : null}
                  />
                ) : null;
              })}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

const NOTHING_LISTED: readonly JsonValue[] = [];

const mediaOnTask = (attributes: unknown): readonly JsonValue[] => {
  const parsed = parseAttributes(attributes);
  return (parsed.ok ? listedMedia(parsed.value) : null) ?? NOTHING_LISTED;
};

function progressText(t: Translate, left: number | null): string {
  if (left === null) return t('progress.optional');
  return left === 0 ? t('progress.done') : t('progress.left', { count: left });
}
