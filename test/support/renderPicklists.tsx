import './layout';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { act, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { CatalogContent, CatalogProblem, Option } from '../../src/core/catalog/types';
import { createEditorTranslator } from '../../src/strings/editor/translateEditor';
import type { Edit } from '../../src/ui/supervisor/EditorTabProps';
import { PicklistsTab } from '../../src/ui/supervisor/picklists/PicklistsTab';

// Asking jsdom for the styles of every element above every other one takes most of the time of a test.
configure({ defaultHidden: true });

export const option = (code: string, name: string, more: Partial<Option> = {}): Option => ({
  code,
  reported: name,
  name: { en: name },
  ...more,
});

/** Outcomes in a tree of two levels, which a field offers and a rule asks for; reasons; causes under outcomes. */
export const content: CatalogContent = {
  schema: 1,
  reportedLanguage: 'en',
  policies: { enforcement: 'required', wayOut: true },
  picklists: [
    {
      id: 'outcomes',
      name: { en: 'Outcomes', es: 'Resultados' },
      options: [
        option('sales', 'Sales', { name: { en: 'Sales', es: 'Ventas' } }),
        option('new', 'New contract', { parent: 'sales', synonyms: { en: ['signup'] } }),
        option('upgrade', 'Upgrade', { parent: 'sales' }),
        option('service', 'Service'),
        option('refund', 'Refund', { parent: 'service' }),
        option('fax', 'Fax sent', { parent: 'service', archived: true }),
        option('other', 'Other'),
      ],
    },
    { id: 'causes', name: { en: 'Causes' }, options: [option('price', 'Price')] },
    { id: 'spare', name: { en: 'Spare' }, options: [] },
  ],
  forms: [
    {
      id: 'form',
      name: { en: 'Service calls' },
      sections: [
        {
          id: 'main',
          name: { en: 'Result' },
          fields: [
            {
              kind: 'choice',
              id: 'outcome',
              name: { en: 'Outcome' },
              picklist: 'outcomes',
              levels: 'any',
              target: { path: 'conversations.outcome' },
            },
            {
              kind: 'choice',
              id: 'cause',
              name: { en: 'Cause' },
              picklist: 'causes',
              levels: 'any',
              dependsOn: 'outcome',
              target: { path: 'conversations.campaign' },
              rules: { show: { '==': [{ var: 'answers.outcome' }, 'refund'] } },
            },
          ],
        },
      ],
    },
  ],
  assignments: [],
};

interface TabOptions {
  readonly content?: CatalogContent;
  readonly used?: CatalogContent | null;
  readonly language?: string;
  readonly readOnly?: boolean;
  readonly findings?: readonly CatalogProblem[];
}

/** The tab over a draft that edits are applied to, as the editor does. */
export function renderPicklists({
  content: given = content,
  used = null,
  language = 'en',
  readOnly = false,
  findings = [],
}: TabOptions = {}) {
  const steps: string[] = [];
  const past: CatalogContent[] = [];
  let draft = given;
  let show: (next: CatalogContent) => void = () => undefined;
  let jumpTo: (pointer: string) => void = () => undefined;
  const set = (next: CatalogContent) => {
    draft = next;
    show(next);
  };
  const edit = (what: string, change: Edit) => {
    past.push(draft);
    steps.push(what);
    set(change(draft));
  };
  const t = createEditorTranslator(language);

  function Harness() {
    const [shown, setShown] = useState(draft);
    const [jump, setJump] = useState<{ pointer: string; request: number } | null>(null);
    show = setShown;
    jumpTo = (pointer) => setJump((was) => ({ pointer, request: (was?.request ?? 0) + 1 }));
    return (
      <PicklistsTab
        content={shown}
        used={used}
        language={language}
        readOnly={readOnly}
        findings={findings}
        jump={jump}
        edit={edit}
        t={t}
      />
    );
  }
  const view = render(
    <CustomizationProvider baseTheme="default" disableAnimations>
      <Harness />
    </CustomizationProvider>,
  );
  const picklist = (id = 'outcomes') => draft.picklists.find((one) => one.id === id)!;
  return {
    ...view,
    user: userEvent.setup({ delay: null }),
    /** What each step of undo is called. */
    steps,
    undo: () => act(() => set(past.pop()!)),
    jump: (pointer: string) => act(() => jumpTo(pointer)),
    draft: () => draft,
    picklist,
    optionOf: (code: string, id?: string) => picklist(id).options.find((one) => one.code === code),
    /** The draft's tree, e.g. `sales sales/new`. */
    shape: (id?: string) =>
      picklist(id)
        .options.map(({ code, parent }) => (parent === undefined ? code : `${parent}/${code}`))
        .join(' '),
  };
}

export const tree = () => screen.getByRole('tree');
export const lines = () =>
  within(tree())
    .getAllByRole('treeitem')
    .map((line) => line.getAttribute('aria-level') + ' ' + line.textContent);
export const line = (name: string) => within(tree()).getByRole('treeitem', { name });
/** The line that the keyboard is at. */
export const active = () =>
  document.getElementById(tree().getAttribute('aria-activedescendant') ?? '')?.textContent;
