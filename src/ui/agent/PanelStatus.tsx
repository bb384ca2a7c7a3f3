import { Box } from '@twilio-paste/core/box';
import { SuccessIcon } from '@twilio-paste/icons/esm/SuccessIcon';
import type { SaveStatus, Session } from '../../app/session';
import { timeOfDay } from '../../strings/timeOfDay';
import type { Translate } from '../../strings/translate';
import { requiredLeft } from './requiredLeft';

interface PanelStatusProps {
  readonly session: Session;
  readonly language: string;
  readonly t: Translate;
}

/** How far the agent is and whether the answers are on the task; read out when it changes. */
export function PanelStatus({ session, language, t }: PanelStatusProps) {
  const { catalog, form, capture, save } = session;
  const left = catalog.policies.enforcement === 'optional' ? null : requiredLeft(form, capture);
  const saved = saveText(save, language, t);

  return (
    <Box
      role="status"
      aria-live="polite"
      display="flex"
      flexWrap="wrap"
      columnGap="space50"
      rowGap="space10"
      marginTop="space20"
      color="colorTextWeak"
      fontSize="fontSize30"
      lineHeight="lineHeight30"
    >
      {left === null ? null : (
        <span>{left === 0 ? t('progress.done') : t('progress.left', { count: left })}</span>
      )}
      {saved ? (
        <Box as="span" display="inline-flex" alignItems="center" columnGap="space20">
          {save.status === 'saved' ? (
            <SuccessIcon decorative size="sizeIcon10" color="colorTextIconSuccess" />
          ) : null}
          {saved}
        </Box>
      ) : null}
    </Box>
  );
}

function saveText(save: SaveStatus, language: string, t: Translate): string {
  switch (save.status) {
    case 'idle':
      return '';
    case 'saving':
      return t('status.saving');
    case 'saved':
      return t('status.saved', { time: timeOfDay(save.at, language) });
    case 'failed':
      return t('status.failed');
  }
}
