import { Box } from '@twilio-paste/core/box';
import { MEDIA_TYPES } from '../../core/insights/mediaTypes';
import { isJsonObject, type JsonValue } from '../../core/json';
import type { Translate } from '../../strings/translate';

interface LinkedListProps {
  /** Whatever stands at `conversations.media`: others may have put anything there. */
  readonly entries: readonly JsonValue[];
  readonly t: Translate;
}

/** The links that go with the conversation already. They are shown, never opened. */
export function LinkedList({ entries, t }: LinkedListProps) {
  if (entries.length === 0) return null;
  return (
    <Box
      marginBottom="space30"
      color="colorTextWeak"
      fontSize="fontSize30"
      lineHeight="lineHeight30"
    >
      {t('media.listed')}
      <Box
        as="ul"
        aria-label={t('media.listed')}
        listStyleType="disc"
        margin="space0"
        paddingY="space0"
        paddingRight="space0"
        paddingLeft="space60"
      >
        {entries.map((entry, index) => (
          <li key={index}>{entryText(entry, t)}</li>
        ))}
      </Box>
    </Box>
  );
}

function entryText(entry: JsonValue, t: Translate): string {
  if (!isJsonObject(entry)) return JSON.stringify(entry);
  const named = [entry['title'], entry['url'], entry['sid'], entry['conversation_sid']].find(
    (text): text is string => typeof text === 'string' && text !== '',
  );
  const type = MEDIA_TYPES.find((known) => known === entry['type']);
  return [named ?? t('media.unnamed'), type && t(`media.${type}`)].filter(Boolean).join(' · ');
}
