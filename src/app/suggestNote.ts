import type { AnswerableField } from '../core/catalog/types';
import { isAnswerable } from '../core/catalog/fieldGuards';
import { fieldsOf } from '../core/catalog/fieldsOf';
import type { JsonValue } from '../core/json';
import { sessionOf, type AppState } from './sessions';
import { suggestAnswers } from './suggestAnswers';

/** What Agent Copilot has made of a contact; empty where it has made nothing. */
export interface CopilotNote {
  readonly summary: string;
  readonly sentiment: string;
  /** Names of disposition codes. */
  readonly dispositions: readonly string[];
}

const SOURCE = 'Copilot';

/** What of the note the field asks for; null for nothing. */
const partFor = ({ suggest, kind }: AnswerableField, note: CopilotNote): JsonValue => {
  switch (suggest) {
    case 'copilot.summary':
      return note.summary || null;
    case 'copilot.sentiment':
      return note.sentiment || null;
    case 'copilot.disposition':
      return (kind === 'choices' ? note.dispositions : note.dispositions[0]) ?? null;
    case undefined:
      return null;
  }
};

/** Suggests to the agent what the form's fields ask of Agent Copilot's note. */
export const suggestNote = (app: AppState, reservationSid: string, note: CopilotNote): void => {
  const session = sessionOf(app, reservationSid);
  if (!session) return;
  const said = fieldsOf(session.form).flatMap((field): [string, JsonValue][] => {
    const part = isAnswerable(field) ? partFor(field, note) : null;
    return part === null || (Array.isArray(part) && part.length === 0) ? [] : [[field.id, part]];
  });
  if (said.length > 0) suggestAnswers(app, reservationSid, Object.fromEntries(said), SOURCE);
};
