import type { Manager } from '@twilio/flex-ui';
import type { CopilotNote } from '../../app/suggestNote';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json';
import { ownTasks, text } from './tasks';

const NO_NOTES: JsonObject = {};

/**
 * What Agent Copilot of Flex UI 2.17.1 keeps by reservation SID, at the root of the store, from the start of wrap-up
 * until it has submitted its note. Absent before the first one.
 */
const notesOf = (manager: Manager): JsonObject => {
  const { wrapupSummaries } = manager.store.getState() as { readonly wrapupSummaries?: unknown };
  return isJsonObject(wrapupSummaries) ? wrapupSummaries : NO_NOTES;
};

/**
 * Whether a completion makes Agent Copilot submit a note. Its listener of Flex UI 2.17.1 looks at the task that is shown,
 * not at the one that completes: any note counts. What is aborted after that has cost the note its values.
 */
export const copilotSubmits = (manager: Manager): boolean =>
  Object.keys(notesOf(manager)).length > 0;

/** Names of disposition codes; without topics Flex UI 2.17.1 keeps the generated one among the selected ones only. */
const codesOf = (codes: unknown): readonly string[] => {
  const { generated, selected } = isJsonObject(codes) ? codes : NO_NOTES;
  const [list = []] = [generated, selected].filter(
    (one): one is readonly JsonValue[] => Array.isArray(one) && one.length > 0,
  );
  return list.flatMap((code) => (isJsonObject(code) ? text(code['disposition_code']) || [] : []));
};

const noteOf = (entry: unknown): CopilotNote => {
  const { generatedSummary, generatedSentiment, codes } = isJsonObject(entry) ? entry : NO_NOTES;
  return {
    summary: text(generatedSummary),
    sentiment: text(generatedSentiment),
    dispositions: codesOf(codes),
  };
};

/** Hands on what Agent Copilot generates, as soon as it is there, as often as more of it comes. */
export const followCopilot = (
  manager: Manager,
  onNote: (reservationSid: string, note: CopilotNote) => void,
  guard: (work: () => unknown) => void,
): void => {
  let known = NO_NOTES;
  manager.store.subscribe(() => {
    const notes = notesOf(manager);
    if (notes === known) return;
    const before = known;
    known = notes;
    for (const [sid, entry] of Object.entries(notes)) {
      if (entry !== before[sid]) guard(() => onNote(sid, noteOf(entry)));
    }
  });
  // Where notes are hidden from agents, Flex UI 2.17.1 keeps none and submits them by itself when wrap-up begins.
  manager.events.addListener('notesSubmitted', (event: unknown) =>
    guard(() => {
      if (!isJsonObject(event) || event['areNotesVisible'] !== false) return;
      const task = [...ownTasks(manager).values()].find(
        ({ attributes }) =>
          isJsonObject(attributes) &&
          text(attributes['flexInteractionChannelSid']) !== '' &&
          attributes['flexInteractionChannelSid'] === event['channelSid'],
      );
      const code = text(event['dispositionCode']);
      if (!task) return;
      onNote(task.sid, {
        summary: text(event['summary']),
        sentiment: text(event['sentiment']),
        dispositions: code ? [code] : [],
      });
    }),
  );
};
