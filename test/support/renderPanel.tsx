import { CustomizationProvider } from '@twilio-paste/core/customization';
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { Session } from '../../src/app/session';
import { applyIntent } from '../../src/core/capture/applyIntent';
import type {
  Answer,
  Answers,
  AnswerValue,
  Intent,
  Suggestions,
} from '../../src/core/capture/types';
import type { AnswerableField, Catalog, Field, Form, Option } from '../../src/core/catalog/types';
import { evaluateForm } from '../../src/core/form/evaluateForm';
import type { FormState } from '../../src/core/form/types';
import type { Facts } from '../../src/core/rules/types';
import { CapturePanel } from '../../src/ui/agent/CapturePanel';

// jsdom lays nothing out and so scrolls nothing.
Element.prototype.scrollIntoView = () => undefined;

export const option = (code: string, name: string, more: Partial<Option> = {}): Option => ({
  code,
  reported: name,
  name: { en: name },
  ...more,
});

const slot = (n: number) => ({
  attribute: `conversations.conversation_attribute_${n}`,
  label: `conversations.conversation_label_${n}`,
});

export const outcomeField: AnswerableField = {
  kind: 'choice',
  id: 'outcome',
  name: { en: 'Outcome', es: 'Resultado' },
  picklist: 'outcomes',
  levels: 'leaves',
  target: { path: 'conversations.outcome' },
};

export const reasonsField: AnswerableField = {
  kind: 'choices',
  id: 'reasons',
  name: { en: 'Reasons' },
  picklist: 'reasons',
  levels: 'any',
  slots: [slot(1), slot(2), slot(3)],
};

export const campaignField: AnswerableField = {
  kind: 'choice',
  id: 'campaign',
  name: { en: 'Campaign' },
  picklist: 'campaigns',
  levels: 'any',
  target: { path: 'conversations.campaign' },
};

export const noteField: AnswerableField = {
  kind: 'text',
  id: 'note',
  name: { en: 'Note' },
  multiline: true,
  target: { path: 'conversations.content' },
};

export const caseField: AnswerableField = {
  kind: 'text',
  id: 'case',
  name: { en: 'Case number' },
  maxLength: 30,
  target: { path: 'conversations.case' },
};

export const solvedField: AnswerableField = {
  kind: 'yesno',
  id: 'solved',
  name: { en: 'Solved?' },
  target: { path: 'conversations.productive' },
};

export const amountField: AnswerableField = {
  kind: 'number',
  id: 'amount',
  name: { en: 'Amount' },
  min: 0,
  max: 10,
  target: { path: 'conversations.conversation_measure_1' },
};

export const everyField: readonly AnswerableField[] = [
  outcomeField,
  reasonsField,
  campaignField,
  noteField,
  caseField,
  solvedField,
  amountField,
];

export const formOf = (fields: readonly Field[]): Form => ({
  id: 'form',
  name: { en: 'Inbound service', es: 'Servicio entrante' },
  sections: [{ id: 'main', name: { en: 'Result', es: 'Resultado' }, fields }],
});

export const FACTS: Facts = {
  context: { queueName: 'Service', queueSid: 'WQ1', channel: 'voice', direction: 'inbound' },
  worker: {},
  startedAt: null,
};

const catalogOf = (form: Form, more: Partial<Catalog>): Catalog => ({
  schema: 1,
  version: 4,
  reportedLanguage: 'en',
  policies: { enforcement: 'required', wayOut: true },
  picklists: [
    {
      id: 'outcomes',
      name: { en: 'Outcomes' },
      options: [
        option('sales', 'Sales', { name: { en: 'Sales', es: 'Ventas' } }),
        option('new', 'New contract', { parent: 'sales', synonyms: { en: ['signup'] } }),
        option('upgrade', 'Upgrade', { parent: 'sales' }),
        option('service', 'Service'),
        option('refund', 'Refund', { parent: 'service' }),
        option('old', 'Fax sent', { parent: 'service', archived: true }),
      ],
    },
    {
      id: 'reasons',
      name: { en: 'Reasons' },
      options: [
        option('billing', 'Billing'),
        option('dispute', 'Billing dispute'),
        option('delivery', 'Delivery'),
        option('returns', 'Returns'),
      ],
    },
    {
      id: 'campaigns',
      name: { en: 'Campaigns' },
      options: Array.from({ length: 10_000 }, (_, n) => option(`c${n}`, `Campaign ${n}`)),
    },
  ],
  forms: [form],
  assignments: [],
  ...more,
});

export const agentSaid = (value: AnswerValue | null): Answer => ({ value, origin: 'agent' });
export const filledIn = (value: AnswerValue): Answer => ({ value, origin: 'prefill' });

export interface PanelOptions extends Partial<Omit<Session, 'capture' | 'catalog' | 'form'>> {
  readonly fields?: readonly Field[];
  readonly answers?: Answers;
  readonly suggestions?: Suggestions;
  readonly catalog?: Partial<Catalog>;
  readonly language?: string;
  readonly asksOnlyMissing?: boolean;
}

/** The panel over a session that applies intents as the app does. */
export function renderPanel({
  fields = everyField,
  answers = {},
  suggestions,
  catalog: more = {},
  language = 'en',
  asksOnlyMissing = false,
  ...session
}: PanelOptions = {}) {
  const form = { ...formOf(fields), asksOnlyMissing };
  const catalog = catalogOf(form, more);
  const intents: Intent[] = [];
  const retry = jest.fn();
  const completeWithoutSaving = jest.fn();
  const writeHere = jest.fn();
  const takeWayOut = jest.fn();
  const takeMoreTime = jest.fn();
  const decide = jest.fn();
  let current: Session = {
    reservationSid: 'WR1',
    catalog,
    form,
    capture: {
      reservationSid: 'WR1',
      catalogVersion: 4,
      formId: 'form',
      answers,
      saved: [],
      past: [],
      suggested: suggestions,
    },
    facts: FACTS,
    attributes: {},
    states: {},
    transferred: false,
    dropped: [],
    foreign: {},
    previous: { answers: {}, foreign: {} },
    problems: [],
    save: { status: 'idle' },
    wrapUp: null,
    readOnly: false,
    follows: false,
    restored: null,
    restoredElsewhere: false,
    refusals: null,
    conflicts: [],
    taken: [],
    focus: null,
    ...session,
  };
  /** Prefilled answers are handed in without a task that says them. */
  const inStep = (next: Session): Session => {
    const given = { ...next.capture, saved: [] };
    const states = evaluateForm(catalog, form, given, FACTS, next.attributes);
    const filled = Object.entries(next.capture.answers).filter(
      ([, { origin }]) => origin !== 'agent',
    );
    return {
      ...next,
      states: filled.reduce<FormState>(
        (so, [id, answer]) => ({ ...so, [id]: { ...so[id]!, answer } }),
        states,
      ),
    };
  };
  current = inStep(current);
  let show: (next: Session) => void = () => undefined;
  const set = (changes: Partial<Session>) => {
    current = inStep({ ...current, ...changes });
    show(current);
  };
  const commands = {
    dispatch: (intent: Intent) => {
      intents.push(intent);
      set({ capture: applyIntent(catalog, form, current.capture, intent) });
    },
    retry,
    completeWithoutSaving,
    takeMoreTime,
    writeHere,
    takeWayOut,
    decide,
    hideRestored: () => set({ restored: null }),
  };

  function Harness() {
    const [shown, setShown] = useState(current);
    show = setShown;
    return <CapturePanel session={shown} commands={commands} language={language} />;
  }
  const user = userEvent.setup();
  const view = render(
    <CustomizationProvider baseTheme="default" disableAnimations>
      <button type="button">elsewhere</button>
      <Harness />
    </CustomizationProvider>,
  );
  return {
    ...view,
    user,
    intents,
    retry,
    completeWithoutSaving,
    writeHere,
    takeWayOut,
    takeMoreTime,
    decide,
    /** Changes the session from outside, as the app does. */
    update: (changes: Partial<Session>) => act(() => set(changes)),
    valueOf: (field: string) => current.capture.answers[field]?.value ?? null,
  };
}
