import type { Browser, CDPSession, Page } from '@playwright/test';
import { spreadOf, type Figure, type Unit } from '../support/figures';
import { Twilio } from '../support/Twilio';

/** Fewer make the slope less certain; 1 000 take more than twice as long. */
const TASKS = Number(process.env['DEBRIEF_LEAK_TASKS'] ?? 400);
/** Before that, caches fill. */
const FROM = TASKS / 5;
const EVERY = TASKS / 20;

interface Sample {
  readonly tasks: number;
  readonly heap: number;
  readonly listeners: number;
  readonly nodes: number;
}

interface Run {
  readonly samples: readonly Sample[];
  /** Objects as our sessions are made of, after the last task has ended. */
  readonly retained: number;
  /** Likewise with one more task in hand: what is looked for is found. */
  readonly ofAnOpenTask: number;
}

interface FlexWindow {
  readonly Twilio: {
    readonly Flex: {
      readonly Actions: { invokeAction(name: string, payload: unknown): Promise<unknown> };
      readonly Manager: {
        getInstance(): {
          readonly store: {
            getState(): {
              readonly flex: {
                readonly worker: {
                  readonly tasks: ReadonlyMap<string, { readonly status: string }>;
                };
              };
            };
          };
        };
      };
    };
  };
}

/**
 * A task from its offer on, as the agent's page lives through it: accepted and selected by Flex's own actions, with the
 * form drawn, a note typed into it and, if it is to end, saved and completed.
 */
const liveThrough = (
  page: Page,
  sid: string,
  how: { readonly form: boolean; readonly end: boolean },
) =>
  page.evaluate(
    async ([reservationSid, { form, end }]) => {
      const { Actions, Manager } = (window as never as FlexWindow).Twilio.Flex;
      const task = () =>
        Manager.getInstance().store.getState().flex.worker.tasks.get(reservationSid);
      const until = async <T>(look: () => T): Promise<NonNullable<T>> => {
        for (;;) {
          const found = look();
          if (found) return found;
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      };
      await until(() => task());
      await Actions.invokeAction('AcceptTask', { sid: reservationSid });
      await until(() => task()?.status === 'accepted');
      await Actions.invokeAction('SelectTask', { sid: reservationSid });
      if (form) {
        const tab = await until(() =>
          [...document.querySelectorAll('button')].find(
            ({ textContent }) => textContent?.trim() === 'Wrap-up',
          ),
        );
        tab.click();
        const note = await until(() =>
          document.querySelector<HTMLTextAreaElement>('[data-debrief="panel"] textarea'),
        );
        const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!;
        set!.call(note, `said in ${reservationSid}`);
        note.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (!end) return;
      await Actions.invokeAction('CompleteTask', { sid: reservationSid });
      await until(() => !task());
    },
    [sid, how] as const,
  );

const sampleAt = async (devtools: CDPSession, tasks: number): Promise<Sample> => {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  return {
    tasks,
    heap: metric('JSHeapUsedSize'),
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
  };
};

/** Plain objects in the page that look like a session of ours, its memory, or the capture in it. */
const countOurs = async (devtools: CDPSession): Promise<number> => {
  await devtools.send('HeapProfiler.collectGarbage');
  const { result: prototype } = await devtools.send('Runtime.evaluate', {
    expression: 'Object.prototype',
  });
  const { objects } = await devtools.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.objectId!,
    objectGroup: 'leak',
  });
  const { result } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: `function () {
      const has = (object, ...keys) => keys.every((key) => Object.prototype.hasOwnProperty.call(object, key));
      return this.filter((object) =>
        has(object, 'reservationSid', 'capture', 'save') ||
        // Not the schema of one.
        (has(object, 'reservationSid', 'answers', 'past') && typeof object.reservationSid === 'string') ||
        has(object, 'completesWhenSaved', 'opened')).length;
    }`,
    returnByValue: true,
  });
  await devtools.send('Runtime.releaseObjectGroup', { objectGroup: 'leak' });
  return result.value as number;
};

const runTasks = async (chromium: Browser, twilio: Twilio, form: boolean): Promise<Run> => {
  const page = await twilio.openFlex(chromium);
  try {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    const samples: Sample[] = [];
    for (let tasks = 1; tasks <= TASKS; tasks += 1) {
      await liveThrough(page, await twilio.offer('custom1'), { form, end: true });
      if (tasks >= FROM && tasks % EVERY === 0) samples.push(await sampleAt(devtools, tasks));
    }
    const retained = await countOurs(devtools);
    await liveThrough(page, await twilio.offer('custom1'), { form, end: false });
    return { samples, retained, ofAnOpenTask: await countOurs(devtools) };
  } finally {
    await page.context().close();
  }
};

/** By least squares: so much more with each task. */
const slopeOf = (samples: readonly Sample[], of: (sample: Sample) => number): number => {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = mean(samples.map(({ tasks }) => tasks));
  const level = mean(samples.map(of));
  const [above, below] = [
    (sample: Sample) => (sample.tasks - middle) * (of(sample) - level),
    (sample: Sample) => (sample.tasks - middle) ** 2,
  ].map((term) => samples.reduce((sum, sample) => sum + term(sample), 0)) as [number, number];
  return above / below;
};

/** What tasks that have ended leave behind in the agent's page, against the same tasks in Flex alone. */
export const measureLeak = async (chromium: Browser, plugin: string): Promise<Figure[]> => {
  const twilio = await Twilio.start(plugin);
  try {
    const ours = await runTasks(chromium, twilio, true);
    await twilio.settings({ plugin: false });
    const alone = await runTasks(chromium, twilio, false);
    if (ours.ofAnOpenTask === 0) throw new Error('Not even a task in hand was found in the heap');
    const group = `What ended tasks leave behind (real Flex UI, tasks ${FROM} to ${TASKS})`;
    const slope = (what: string, unit: Unit, of: (sample: Sample) => number): Figure => ({
      group,
      what: `${what}, more with each task`,
      unit,
      value: spreadOf([slopeOf(ours.samples, of)]),
      control: { what: 'Flex alone', value: spreadOf([slopeOf(alone.samples, of)]) },
    });
    return [
      slope('heap', 'bytes', ({ heap }) => heap),
      slope('event listeners', 'listeners', ({ listeners }) => listeners),
      slope('nodes of the page', 'nodes', ({ nodes }) => nodes),
      {
        group,
        what: `sessions, memories and captures of ours after ${TASKS} tasks`,
        unit: 'objects',
        value: spreadOf([ours.retained]),
        control: { what: 'with one task in hand', value: spreadOf([ours.ofAnOpenTask]) },
        budget: 0,
      },
    ];
  } finally {
    await twilio.stop();
  }
};
