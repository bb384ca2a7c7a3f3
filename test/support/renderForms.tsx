import { CustomizationProvider } from '@twilio-paste/core/customization';
import { act, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { parseCatalog } from '../../src/core/catalog/parseCatalog';
import type {
  CatalogContent,
  CatalogProblem,
  ChoiceField,
  Field,
  Form,
  NumberField,
  TextField,
} from '../../src/core/catalog/types';
import { warnCatalog } from '../../src/core/catalog/warnCatalog';
import { fieldsOf } from '../../src/core/catalog/fieldsOf';
import { createEditorTranslator } from '../../src/strings/editor/translateEditor';
import type { EditorTabProps } from '../../src/ui/supervisor/EditorTabProps';
import { FormsTab } from '../../src/ui/supervisor/forms/FormsTab';

// Whether each of a thousand elements can be seen takes jsdom seconds to tell.
configure({ defaultHidden: true });
// These pages are large, and a busy machine is no failure.
jest.setTimeout(120_000);

// jsdom lays nothing out and so scrolls nothing.
Element.prototype.scrollIntoView = () => undefined;

const option = (code: string, name: string, parent?: string) => ({
  code,
  reported: name,
  name: { en: name },
  ...(parent === undefined ? {} : { parent }),
});

export const outcome: ChoiceField = {
  kind: 'choice',
  id: 'outcome',
  name: { en: 'Outcome' },
  picklist: 'outcomes',
  levels: 'leaves',
  target: { path: 'conversations.outcome' },
};

export const amount: NumberField = {
  kind: 'number',
  id: 'amount',
  name: { en: 'Amount' },
  target: { path: 'conversations.conversation_measure_1' },
};

export const note: TextField = {
  kind: 'text',
  id: 'note',
  name: { en: 'Note' },
  target: { path: 'conversations.content' },
};

export const formWith = (...fields: readonly Field[]): Form => ({
  id: 'service',
  name: { en: 'Service' },
  sections: [
    { id: 'result', name: { en: 'Result' }, fields },
    { id: 'details', name: { en: 'Details' }, fields: [] },
  ],
});

export const contentWith = (...forms: readonly Form[]): CatalogContent => ({
  schema: 1,
  reportedLanguage: 'en',
  policies: { enforcement: 'required', wayOut: true },
  picklists: [
    {
      id: 'outcomes',
      name: { en: 'Outcomes' },
      options: [
        option('sales', 'Sales'),
        option('new', 'New contract', 'sales'),
        option('service', 'Service'),
        option('refund', 'Refund', 'service'),
      ],
    },
    {
      id: 'topics',
      name: { en: 'Topics' },
      options: [option('price', 'Price'), option('delivery', 'Delivery')],
    },
  ],
  forms,
  assignments: [],
});

const findingsOf = (content: CatalogContent): readonly CatalogProblem[] => {
  const parsed = parseCatalog({ ...content, version: 1 });
  return parsed.ok ? warnCatalog(parsed.value) : parsed.error;
};

/** The Forms tab over a draft in memory. */
export function renderForms(
  content: CatalogContent,
  props: Partial<Omit<EditorTabProps, 'content' | 'edit'>> = {},
) {
  let current = content;
  let shown = props;
  const steps: string[] = [];
  let draw: () => void = () => undefined;

  function Harness() {
    const [, setTurn] = useState(0);
    draw = () => setTurn((turn) => turn + 1);
    return (
      <FormsTab
        content={current}
        used={null}
        language="en"
        readOnly={false}
        findings={findingsOf(current)}
        jump={null}
        t={createEditorTranslator('en')}
        edit={(what, change) => {
          const next = change(current);
          if (next === current) return;
          steps.push(what);
          current = next;
          draw();
        }}
        {...shown}
      />
    );
  }
  const user = userEvent.setup();
  const view = render(
    <CustomizationProvider baseTheme="default" disableAnimations>
      <Harness />
    </CustomizationProvider>,
  );
  return {
    ...view,
    user,
    /** The names of the steps that can be undone. */
    steps,
    content: () => current,
    form: (id = 'service'): Form => {
      const form = current.forms.find((one) => one.id === id);
      if (!form) throw new Error(`no form ${id}`);
      return form;
    },
    field: <K extends Field['kind']>(id: string, kind: K): Extract<Field, { kind: K }> => {
      const field = current.forms.flatMap((form) => fieldsOf(form)).find((one) => one.id === id);
      if (field?.kind !== kind) throw new Error(`${id} is ${field?.kind ?? 'nothing'}`);
      return field as Extract<Field, { kind: K }>;
    },
    /** Other props from now on. */
    update: (next: Partial<EditorTabProps>) =>
      act(() => {
        if (next.content) current = next.content;
        const { content: _content, ...others } = next;
        shown = { ...shown, ...others };
        draw();
      }),
  };
}
