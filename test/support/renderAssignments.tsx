import { CustomizationProvider } from '@twilio-paste/core/customization';
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { NOTHING_KNOWN, type Directory } from '../../src/app/editing/directory';
import { findingsOf } from '../../src/app/editing/findingsOf';
import type { Assignment, CatalogContent } from '../../src/core/catalog/types';
import { createEditorTranslator } from '../../src/strings/editor/translateEditor';
import { AssignmentsTab } from '../../src/ui/supervisor/assignments/AssignmentsTab';
import type { Edit } from '../../src/ui/supervisor/EditorTabProps';
import { factsFor } from './facts';
import { smallCatalog } from './smallCatalog';

const [service] = smallCatalog.forms;

/** The small catalog's content with two forms, Service and Sales, and these assignments. */
export const contentWith = (...assignments: readonly Assignment[]): CatalogContent => {
  const { version: _version, ...content } = smallCatalog;
  const sales = { ...service!, id: 'sales', name: { en: 'Sales', es: 'Ventas' } };
  return { ...content, forms: [service!, sales], assignments };
};

export const directory: Directory = {
  ...NOTHING_KNOWN,
  queues: [
    { name: 'Sales', sid: `WQ${'1'.repeat(32)}` },
    { name: 'Support', sid: `WQ${'2'.repeat(32)}` },
  ],
  channels: ['chat', 'voice'],
  teams: ['Blue', 'Green'],
  skills: ['french', 'spanish'],
  workers: [{ name: 'Ana', sid: 'WK1', skills: ['spanish'], teams: ['Blue', 'T1'] }],
  tasks: [
    {
      reservationSid: 'WR1',
      worker: 'Ana',
      facts: factsFor({
        queueName: 'Support',
        queueSid: `WQ${'2'.repeat(32)}`,
        channel: 'chat',
        skills: ['spanish'],
        teams: ['Blue', 'T1'],
        attributes: { customers: { tier: 'gold' } },
        startedAt: Date.parse('2026-11-24T10:00Z'),
      }),
    },
  ],
};

interface TabOptions {
  readonly content?: CatalogContent;
  readonly known?: Directory;
  readonly language?: string;
  readonly readOnly?: boolean;
}

/** The tab over a draft that edits are applied to, as the editor does, with what is found in it. */
export const renderAssignments = async ({
  content = contentWith(),
  known = directory,
  language = 'en',
  readOnly = false,
}: TabOptions = {}) => {
  const steps: string[] = [];
  const past: CatalogContent[] = [];
  let draft = content;
  let show: (next: CatalogContent) => void = () => undefined;
  let jumpTo: (pointer: string) => void = () => undefined;
  const look = jest.fn(async () => known);
  const account = { look };
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
    const { refusals, warnings } = findingsOf(shown, null);
    return (
      <AssignmentsTab
        content={shown}
        used={null}
        language={language}
        readOnly={readOnly}
        findings={[...refusals, ...warnings]}
        jump={jump}
        edit={edit}
        directory={account}
        t={t}
      />
    );
  }
  const view = render(
    <CustomizationProvider baseTheme="default" disableAnimations>
      <Harness />
    </CustomizationProvider>,
  );
  await act(async () => undefined);
  return {
    ...view,
    user: userEvent.setup(),
    look,
    /** What each step of undo is called. */
    steps,
    undo: () => act(() => set(past.pop()!)),
    jump: (pointer: string) => act(() => jumpTo(pointer)),
    assignments: () => draft.assignments,
    order: () => draft.assignments.map(({ id }) => id).join(' '),
  };
};
