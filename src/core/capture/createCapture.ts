import type { Catalog, Form } from '../catalog/types';
import type { Capture, Prefill } from './types';

/** A capture before the agent's first gesture: only what the task already says. */
export const createCapture = (from: {
  readonly reservationSid: string;
  readonly catalog: Catalog;
  readonly form: Form;
  readonly prefill: Prefill;
}): Capture => ({
  reservationSid: from.reservationSid,
  catalogVersion: from.catalog.version,
  formId: from.form.id,
  answers: from.prefill.answers,
  saved: [],
  past: [],
});
