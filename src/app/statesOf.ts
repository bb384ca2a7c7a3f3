import type { Capture } from '../core/capture/types';
import { evaluateForm } from '../core/form/evaluateForm';
import type { FormState } from '../core/form/types';
import { legView } from '../core/legs/legView';
import type { Session } from './session';

type Parts = Pick<
  Session,
  'reservationSid' | 'catalog' | 'form' | 'capture' | 'facts' | 'attributes'
>;

/** The newest states of a capture: a gesture asks for them before it is stored, and the store when it is. */
const known = new WeakMap<Capture, { readonly attributes: unknown; readonly states: FormState }>();

/** What the rules make of a session's form. Fields that have not changed are the same objects as in `before`. */
export function statesOf(session: Parts, before?: FormState): FormState {
  const { reservationSid, catalog, form, capture, facts, attributes } = session;
  const newest = known.get(capture);
  if (newest && newest.attributes === attributes) return newest.states;
  const view = legView(form, attributes, reservationSid);
  const states = evaluateForm(catalog, form, capture, facts, view, before);
  known.set(capture, { attributes, states });
  return states;
}
