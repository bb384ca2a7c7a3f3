import type { MediaType } from '../catalog/types';

/** What an entry of `conversations.media` can be. */
export const MEDIA_TYPES = [
  'Raw',
  'Embedded',
  'Referenced',
  'VoiceRecording',
  'ChatTranscript',
] as const satisfies readonly MediaType[];
