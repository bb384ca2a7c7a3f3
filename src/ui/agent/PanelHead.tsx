import { useMemo, type RefObject } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import type { Session, SessionCommands } from '../../app/session';
import { copyAllIntent } from '../../core/capture/copyIntents';
import { mergeAnswers, type AnswersToMerge } from '../../core/capture/mergeAnswers';
import { acceptAllIntent } from '../../core/capture/suggest';
import { requiredLeft } from '../../core/form/requiredLeft';
import type { Translate } from '../../strings/translate';
import { droppedBecause } from './droppedBecause';
import { HeaderNote } from './HeaderNote';
import { RoomMeter } from './RoomMeter';
import { SaveStatusText } from './SaveStatusText';

interface PanelHeadProps {
  readonly session: Session;
  readonly dispatch: SessionCommands['dispatch'];
  readonly merge: AnswersToMerge;
  readonly title: string;
  readonly titleRef: RefObject<HTMLElement>;
  readonly fieldName: (id: string) => string;
  readonly language: string;
  readonly t: Translate;
}

/** What the form is, how far it is, and what the last gesture did besides what it was meant to do. */
export function PanelHead(props: PanelHeadProps) {
  const { session, dispatch, merge, title, titleRef, fieldName, language, t } = props;
  const { form, catalog, capture, states, save, attributes } = session;
  const readOnly = session.readOnly || session.follows;
  const left = catalog.policies.enforcement === 'optional' ? null : requiredLeft(form, states);
  const copyAll = readOnly
    ? null
    : copyAllIntent(catalog, form, session.previous.answers, capture.answers);
  const acceptAll = readOnly ? null : acceptAllIntent(catalog, form, capture, states);
  const room = useMemo(
    () => (readOnly ? null : mergeAnswers(merge, attributes)),
    [readOnly, merge, attributes],
  );

  // A button that takes itself away would take the keyboard's place in the page with it.
  const keepPlace = () => titleRef.current?.focus();

  return (
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
            {title}
          </Heading>
        </Box>
        {copyAll ? (
          <Button
            variant="link"
            aria-label={t('previous.copyAllOf')}
            onClick={() => {
              keepPlace();
              dispatch(copyAll);
            }}
          >
            {t('previous.copyAll')}
          </Button>
        ) : null}
        {acceptAll ? (
          <Button
            variant="link"
            aria-label={t('suggestion.useAllOf')}
            onClick={() => {
              keepPlace();
              dispatch(acceptAll);
            }}
          >
            {t('suggestion.useAll')}
          </Button>
        ) : null}
        {capture.past.length > 0 && !readOnly ? (
          <Button
            variant="link"
            onClick={() => {
              if (capture.past.length === 1) keepPlace();
              dispatch({ type: 'undo' });
            }}
          >
            {t('panel.undo')}
          </Button>
        ) : null}
      </Box>
      <Box display="flex" columnGap="space40">
        <Box flexGrow={1} minWidth="size0">
          <HeaderNote>
            {readOnly ? null : progressText(t, left)}
            {session.dropped.length > 0 ? (
              <Box overflowWrap="anywhere">{droppedText(session, fieldName, t)}</Box>
            ) : null}
          </HeaderNote>
        </Box>
        <Box flexShrink={0}>
          <HeaderNote>
            <SaveStatusText save={save} language={language} fieldName={fieldName} t={t} />
          </HeaderNote>
        </Box>
      </Box>
      {room?.ok ? (
        <RoomMeter size={room.value.size} largest={[]} t={t} />
      ) : room?.error.code === 'too-large' ? (
        <RoomMeter
          size={room.error.size}
          largest={(room.error.largest ?? []).map(fieldName)}
          t={t}
        />
      ) : null}
    </Box>
  );
}

function droppedText(session: Session, fieldName: (id: string) => string, t: Translate): string {
  const fields = session.dropped.map(fieldName).join(', ');
  const cause = droppedBecause(session);
  return cause === null
    ? t('panel.dropped', { fields })
    : t('panel.droppedFor', { fields, cause: fieldName(cause) });
}

function progressText(t: Translate, left: number | null): string {
  if (left === null) return t('progress.optional');
  return left === 0 ? t('progress.done') : t('progress.left', { count: left });
}
