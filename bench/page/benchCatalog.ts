import type { Catalog, Field, Form, Option, Picklist } from '../../src/core/catalog/types';

const TOPICS =
  'Billing Delivery Returns Warranty Contract Account Payment Tariff Meter Outage Moving Complaint Upgrade Device Roaming Refund Invoice Technician Callback Privacy'.split(
    ' ',
  );
const ACTIONS =
  'question dispute request confirmed refused corrected explained escalated forwarded cancelled renewed postponed repeated resolved promised checked reported changed opened closed merged lost found paid sent'.split(
    ' ',
  );

/** Two levels: a heading per topic, below it options with a name, and a synonym at every fifth. */
const picklist = (id: string, size: number): Picklist => {
  const perPair = Math.ceil(size / (TOPICS.length * ACTIONS.length));
  const headings: Option[] = TOPICS.map((topic) => ({
    code: topic,
    reported: topic,
    name: { en: topic },
  }));
  const leaves: Option[] = [];
  for (let n = 1; n <= perPair; n++) {
    for (const topic of TOPICS) {
      for (const action of ACTIONS) {
        if (leaves.length === size) break;
        const name = `${topic} ${action} ${n}`;
        leaves.push({
          code: `${topic}-${action}-${n}`,
          reported: name,
          name: { en: name },
          parent: topic,
          ...(leaves.length % 5 === 0 ? { synonyms: { en: [`case type ${n}`] } } : {}),
        });
      }
    }
  }
  return { id, name: { en: id }, options: [...headings, ...leaves] };
};

const PICKLIST = 'options';
const path = 'conversations.outcome';
const slot = (n: number) => ({
  attribute: `conversations.conversation_attribute_${n}`,
  label: `conversations.conversation_label_${n}`,
});

/** The five kinds of field in turn. */
const fieldOf = (n: number): Field => {
  const base = { id: `field-${n}`, name: { en: `Field ${n}` }, help: { en: 'What was agreed' } };
  const choice = { ...base, picklist: PICKLIST, levels: 'leaves' } as const;
  const kinds: readonly Field[] = [
    { ...choice, kind: 'choice', required: true, target: { path } },
    { ...choice, kind: 'choices', slots: [slot(1), slot(2), slot(3)] },
    { ...base, kind: 'text', target: { path }, multiline: true },
    { ...base, kind: 'yesno', target: { path } },
    { ...base, kind: 'number', target: { path }, min: 0, max: 100 },
  ];
  const field = kinds[n % kinds.length];
  if (!field) throw new Error('no kind');
  return field;
};

export interface FormSpec {
  readonly fields: number;
  /** Options of the picklist that its choices share. */
  readonly options: number;
}

export const benchForm = ({ fields, options }: FormSpec): { catalog: Catalog; form: Form } => {
  const form: Form = {
    id: 'form',
    name: { en: 'Wrap-up' },
    sections: [
      {
        id: 'all',
        name: { en: 'All' },
        fields: Array.from({ length: fields }, (_, n) => fieldOf(n)),
      },
    ],
  };
  const catalog: Catalog = {
    schema: 1,
    version: 1,
    reportedLanguage: 'en',
    policies: { enforcement: 'required', wayOut: false },
    picklists: [picklist(PICKLIST, options)],
    forms: [form],
    assignments: [{ id: 'all', when: {}, form: form.id }],
  };
  return { catalog, form };
};
