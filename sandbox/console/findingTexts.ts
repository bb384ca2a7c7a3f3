import type { Finding, FindingCode } from '../../src/core/insights/types';

type Details = Readonly<Record<string, string | number>>;

const duration = (milliseconds: number): string =>
  milliseconds < 1000 ? `${milliseconds} ms` : `${Math.round(milliseconds / 100) / 10} s`;

/** What is the matter, and what Insights makes of it. The sentence follows the attribute's path. */
const TEXTS: Readonly<Record<FindingCode, (details: Details) => string>> = {
  'not-json': () => 'The text is not JSON. Insights gets only what TaskRouter knows by itself.',
  'not-object': () => 'This is not an object, so nothing in it is read.',
  misplaced: () => 'Insights does not look here. It belongs inside "conversations" or "customers".',
  'hostile-key': () => 'A name that belongs to JavaScript itself. Insights does not know it.',
  'unknown-key': () => 'Insights does not know this name and ignores it without a word.',
  'kind-set': () => 'Must not be set: the segment may become unplayable.',
  'derived-set': () => 'Insights works this out by itself. The value given here is not counted on.',
  'wrong-type': ({ expected, found }) =>
    `Should be: ${expected}. It is of type ${found}, so it is taken as not recorded.`,
  'number-as-text': () => 'A number where a text is due. It is taken as its digits.',
  'empty-text': () => 'An empty text. It is recorded as an empty value, not as a missing one.',
  'null-with-default': () => 'Null is taken as silence, so the value TaskRouter knows is recorded.',
  cut: ({ length, limit }) => `Cut: of ${length} characters only the first ${limit} are recorded.`,
  'longer-than-known': ({ length, limit }) =>
    `Has ${length} characters, while every known value has at most ${limit}.`,
  'link-too-long': ({ length, limit }) =>
    `The link has ${length} characters. Nobody promises that more than ${limit} are kept.`,
  'not-allowed': () => 'Not one of the values that Insights lists. It is recorded as it stands.',
  'out-of-range': ({ first, last }) =>
    `The date is outside the years ${first} to ${last}, so it is taken as not recorded.`,
  'date-format': () =>
    'No page says that a date in this form is read. Milliseconds are known to be.',
  'seconds-not-milliseconds': () =>
    'Looks like seconds. Insights reads milliseconds, so this is a day in the early 1970s.',
  'label-only': () =>
    'A label without its attribute. The attribute becomes the segment’s id: one row per segment in reports.',
  'attribute-only': () => 'An attribute without its label. The label becomes the same text.',
  'name-without-id': () => 'A name shows only with its id, and there is none.',
  'hierarchy-separator': () => 'Levels are joined with " ▸ ". This does not make levels.',
  'callback-not-follow-up': () =>
    'A callback was requested, but this is not "Follow-Up": it counts as abandoned.',
  'correlation-changed': () =>
    'Changed or removed since the task began. Insights needs it to join segments.',
  'new-customer': () =>
    'Nothing says who the customer is (external_id, phone, email, from, to): a new one each time.',
  'external-id-late': () =>
    'Set after the task began. If a segment had ended by then, the customer is split in two.',
  'too-late': ({ afterEndMs }) =>
    `Written ${duration(Number(afterEndMs))} after the reservation ended. Insights ignores it.`,
  'media-type-missing': () => 'The item has no type.',
  'media-replaces-default': () =>
    'Replaces the recording and the transcript that Insights would show, and lists neither.',
  'media-overridden': () => 'Not shown: this reservation has a list of its own.',
  'media-raw-first': () => 'Raw in first place hides the other items and the conversation screen.',
  'media-extra-recording': ({ recordings }) => `Of ${recordings} recordings only the first shows.`,
  'hipaa-dropped': () => 'A HIPAA account drops this before Insights sees it.',
  'media-provider-ignored': () => 'Only a VoiceRecording can have a provider of URLs.',
};

/** A finding in plain words: where, and what. The rule it follows from stands beside it. */
export const findingText = ({ code, path, details }: Finding): string => {
  const text = TEXTS[code](details ?? {});
  return path === '' ? `The attributes: ${text}` : `${path}: ${text}`;
};
