import type { TextualField } from '../catalog/types';
import { findEntry, VALUE_LIMIT } from '../insights/dictionary';

/** Twilio states no limit for links; longer ones are no links that anybody opens, and eat up the task's 4096. */
const LINK_LIMIT = 1024;

/** How many characters a textual field stores at most, counted on what is stored. */
export const textLimit = (field: TextualField): number => {
  const entry = findEntry(field.target.path);
  const most = entry?.maxLength ?? (entry?.type === 'url' ? LINK_LIMIT : VALUE_LIMIT);
  const own = field.kind === 'text' ? field.maxLength : undefined;
  return Math.min(own ?? most, most);
};
