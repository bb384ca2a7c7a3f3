import { useState } from 'react';
import { render } from 'react-dom';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { Input } from '@twilio-paste/core/input';
import { NOTHING_KNOWN } from '../../src/app/editing/directory';
import type { EditingPorts } from '../../src/app/editing/ports';
import type { Session, SessionCommands } from '../../src/app/session';
import { applyIntent } from '../../src/core/capture/applyIntent';
import { systemClock } from '../../src/infra/systemClock';
import { CapturePanel } from '../../src/ui/agent/CapturePanel';
import { CatalogEditor } from '../../src/ui/supervisor/editor/CatalogEditor';
import type { BenchPage, Keystroke } from './api';
import { benchForm, type FormSpec } from './benchCatalog';
import { evaluateForm } from '../../src/core/form/evaluateForm';
import { createFakeCatalog, createFakeUnsaved } from '../../test/support/fakeCatalogService';
import { noFacts } from '../../test/support/facts';
import { benchContent } from '../support/benchContent';

/** With the rules carried out, as the app's store does. */
const inStep = (session: Omit<Session, 'states'>, before?: Session): Session => ({
  ...session,
  states: evaluateForm(
    session.catalog,
    session.form,
    session.capture,
    session.facts,
    session.attributes,
    before?.states,
  ),
});

const sessionOf = (spec: FormSpec): Session => {
  const { catalog, form } = benchForm(spec);
  return inStep({
    reservationSid: 'WR1',
    catalog,
    form,
    capture: {
      reservationSid: 'WR1',
      catalogVersion: 1,
      formId: form.id,
      answers: {},
      saved: [],
      past: [],
    },
    foreign: {},
    previous: { answers: {}, foreign: {} },
    problems: [],
    save: { status: 'idle' },
    readOnly: false,
    follows: false,
    restored: null,
    restoredElsewhere: false,
    taken: [],
    wrapUp: null,
    refusals: null,
    conflicts: [],
    focus: null,
    facts: noFacts,
    attributes: {},
    transferred: false,
    dropped: [],
  });
};

let show: (session: Session | null) => void = () => undefined;
let edit: (ports: EditingPorts | null) => void = () => undefined;

function Panel({ session }: { readonly session: Session }) {
  const [shown, setShown] = useState(session);
  const [commands] = useState<SessionCommands>(() => ({
    dispatch: (intent) =>
      setShown((before) => {
        const capture = applyIntent(before.catalog, before.form, before.capture, intent);
        return inStep({ ...before, capture }, before);
      }),
    retry: () => undefined,
    completeWithoutSaving: () => undefined,
    takeWayOut: () => undefined,
    takeMoreTime: () => undefined,
    decide: () => undefined,
    writeHere: () => undefined,
    hideRestored: () => undefined,
  }));
  return <CapturePanel session={shown} commands={commands} language="en" />;
}

function BareInput() {
  const [text, setText] = useState('');
  return (
    <Input
      type="text"
      aria-label="Bare input"
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}

function Page() {
  const [session, setSession] = useState<Session | null>(null);
  const [ports, setPorts] = useState<EditingPorts | null>(null);
  show = setSession;
  edit = setPorts;
  return (
    <CustomizationProvider baseTheme="default">
      <BareInput />
      {/* The width of Flex's task panel. */}
      <div style={{ width: 380 }}>{session ? <Panel session={session} /> : null}</div>
      {ports ? <CatalogEditor ports={ports} language="en" onError={console.error} /> : null}
    </CustomizationProvider>
  );
}

/** Reading a measure makes the browser lay the page out now, inside what is timed. */
const layOut = (): number => document.body.offsetHeight;

/** A service that has published the content, and answers at once. */
const editingPorts = (options: number): EditingPorts => {
  const catalog = createFakeCatalog({ now: () => Date.now(), wait: () => Promise.resolve() });
  const content = benchContent(options);
  catalog.publish(content);
  return {
    service: catalog.as('Sam').service,
    news: catalog.news,
    unsaved: createFakeUnsaved().page('this'),
    clock: systemClock,
    directory: { look: async () => NOTHING_KNOWN },
    fallback: content,
  };
};

const drawn = (selector: string): Promise<void> =>
  new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });

const afterNextFrame = (then: () => void): void => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  });
};

/** Keystrokes that nobody has asked for yet, and whoever asked before there was one. */
const keystrokes: Keystroke[] = [];
let waiting: ((keystroke: Keystroke) => void) | null = null;

const tell = (keystroke: Keystroke): void => {
  if (waiting) waiting(keystroke);
  else keystrokes.push(keystroke);
  waiting = null;
};

/** React 17 listens at its root, between the window's capture and bubble phases: what lies between is its work. */
const watchKeys = (): void => {
  let pressed = 0;
  let started = 0;
  let work = 0;
  // Emptying a box makes input too, by script or with the Delete key: that is no keystroke.
  let key = false;
  const start = (): void => {
    started = performance.now();
  };
  const stop = (): void => {
    work += performance.now() - started;
  };
  window.addEventListener(
    'keydown',
    (event) => {
      pressed = performance.now();
      work = 0;
      key = event.key.length === 1;
      start();
    },
    true,
  );
  window.addEventListener('keydown', stop);
  window.addEventListener('input', start, true);
  window.addEventListener('input', () => {
    layOut();
    stop();
    if (!key) return;
    key = false;
    afterNextFrame(() => tell({ work, frame: performance.now() - pressed }));
  });
};

const api: BenchPage = {
  open: (spec) => {
    const session = sessionOf(spec);
    const start = performance.now();
    // Outside of React's own events React 17 renders at once.
    show(session);
    layOut();
    return performance.now() - start;
  },
  openEditor: async (options) => {
    const ports = editingPorts(options);
    const rows = drawn('[role=treeitem]');
    const start = performance.now();
    edit(ports);
    await rows;
    layOut();
    return performance.now() - start;
  },
  close: () => {
    show(null);
    edit(null);
  },
  nextKeystroke: () =>
    new Promise((resolve) => {
      const told = keystrokes.shift();
      if (keystrokes.length > 0) throw new Error('A keystroke that nobody pressed');
      if (told) resolve(told);
      else waiting = resolve;
    }),
};

render(<Page />, document.getElementById('root'));
watchKeys();
Object.assign(window, { bench: api });
