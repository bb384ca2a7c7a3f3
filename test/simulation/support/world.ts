import type {
  Catalog,
  Field,
  Form,
  OnTimeout,
  WayOutByReason,
} from '../../../src/core/catalog/types';
import { ok } from '../../../src/core/result';
import { createServerClock } from '../../../src/app/wrapUp/serverClock';
import { offsetOf } from '../../../src/core/wrapUp/clockOffset';
import { createFunctionsClient } from '../../../src/infra/functionsClient';
import { createFunctionsSaveService } from '../../../src/infra/functionsSaveService';
import { smallCatalog } from '../../support/smallCatalog';
import { createAgent, type Agent, type PageParts } from './agent';
import { openCourt } from './court';
import { createFunctionsPlatform } from './functionsPlatform';
import { createTask, workerSidOf, type Leg, type Task } from './hands';
import { judgeOverwriting } from './judgeConflicts';
import { judgeWrite } from './judgeWrites';
import { TASKS, type Content, type Life, type Who } from './life';
import { randomOf } from './randomOf';
import { createStormyTaskRouter, type SimPage, type Weather } from './stormyTaskRouter';
import { VirtualClock } from './VirtualClock';

const EVENT_MS = 100;
const HOUR_MS = 3_600_000;

/** After so many refusals the way out by a reason is open. */
export const REFUSALS = 2;
export const REASON = 'system-down';
const BARE: WayOutByReason = {
  afterRefusals: REFUSALS,
  reasons: [{ code: REASON, name: { en: 'A system is down' } }],
};
const WAYS_OUT: Readonly<Record<NonNullable<Life['byReason']>, WayOutByReason>> = {
  bare: BARE,
  default: { ...BARE, default: { field: 'outcome', option: 'no-sale' } },
};

/** The time for wrap-up, and what more may be taken, in seconds. */
export const WRAP_UP = { time: 20, more: 15 } as const;

const withTime = (form: Form, onTimeout: OnTimeout): Form => ({
  ...form,
  wrapUp: {
    seconds: WRAP_UP.time,
    extensions: { count: 2, seconds: WRAP_UP.more, askReason: true },
    onTimeout,
  },
  sections: form.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) =>
      field.id === 'outcome' ? { ...field, atTimeout: 'no-sale' } : field,
    ),
  })),
});

const onFields = (change: (field: Field) => readonly Field[]): Catalog => ({
  ...smallCatalog,
  forms: smallCatalog.forms.map((form) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.flatMap(change),
    })),
  })),
});

const contentOf = (content: Content): Catalog => {
  switch (content) {
    case 'same':
      return smallCatalog;
    case 'no-amount':
      return onFields((field) => (field.id === 'amount' ? [] : [field]));
    case 'note-required':
      return onFields((field) => [field.id === 'note' ? { ...field, required: true } : field]);
    case 'sale-archived':
      return {
        ...smallCatalog,
        picklists: smallCatalog.picklists.map((picklist) => ({
          ...picklist,
          options: picklist.options.map((option) =>
            option.code === 'sale' ? { ...option, archived: true } : option,
          ),
        })),
      };
  }
};

type Wishes = Pick<PageParts, 'onJournal' | 'onCompleteLater' | 'onRetried'>;

/** Twilio, the service with what is published, and two agents' browsers, with nobody there to do anything. */
export const createWorld = (life: Omit<Life, 'steps'>, wishes: Wishes) => {
  const { functions, wayOut, byReason, wrapUp, conflicts, forgets = false } = life;
  const clock = new VirtualClock();
  const random = randomOf(life.seed);
  const weather: Weather = { offline: false, trouble: 0 };
  const court = openCourt(clock);
  const tasks = Array.from({ length: TASKS }, (_, n) => createTask(n));
  const taskBy = (taskSid: string): Task => tasks.find((task) => task.taskSid === taskSid)!;
  const legBy = (reservationSid: string): Leg =>
    tasks.flatMap(({ legs }) => legs).find((leg) => leg.reservationSid === reservationSid)!;

  /** The pages hear of a change a moment later. */
  const tellPages = async (task: Task): Promise<void> => {
    const { text } = task;
    await clock.wait(EVENT_MS);
    for (const { reservationSid, workerSid, status } of task.legs) {
      if (status === 'ended') continue;
      for (const page of agentBy(workerSid).pages()) {
        page.known.set(reservationSid, text);
        page.desk.refresh(reservationSid);
      }
    }
  };
  const router = createStormyTaskRouter({
    clock,
    random,
    weather,
    taskBy,
    legBy,
    order: court.order,
    onWrite: ({ taskSid }, page, before) => {
      const task = taskBy(taskSid);
      const leg = task.legs.find(({ workerSid }) => workerSid === page.workerSid)!;
      const overwritten = task.wrote.get('outcome');
      judgeWrite(task, { leg, page }, before, court);
      if (conflicts) judgeOverwriting(task, leg, before, overwritten, court);
      void tellPages(task);
    },
  });

  let version = 7;
  const versions = new Map<number, Catalog>();
  const publish = (content: Content): void => {
    const published = contentOf(content);
    versions.set(version, {
      ...published,
      forms: wrapUp ? published.forms.map((form) => withTime(form, wrapUp)) : published.forms,
      version,
      policies: {
        enforcement: 'required',
        wayOut,
        ...(conflicts ? { conflicts } : {}),
        ...(byReason ? { wayOutByReason: WAYS_OUT[byReason] } : {}),
      },
    });
  };
  publish('same');
  const find = (number: number): Catalog | undefined =>
    forgets && number < version - 1 ? undefined : versions.get(number);

  const tokens = new Map<string, SimPage>();
  const platform = createFunctionsPlatform({
    clock,
    random,
    instances: 'one-at-a-time',
    taskRouter: (token) => router.overRest(tokens.get(token)!),
    // In force only before the first publication.
    catalog: { ...smallCatalog, version: 1 },
    findPublished: async (asked) => {
      const { version: _number, ...content } = find(asked) ?? { version: 0 };
      return ok({ content: 'forms' in content ? content : null, current: version });
    },
  });
  const fetchThere: typeof fetch = async (...request) => {
    if (weather.offline) throw new TypeError('offline');
    const answer = await platform.fetch(...request);
    if (weather.offline || random() < weather.trouble / 4) throw new TypeError('lost');
    return answer;
  };

  const createAgentOf = (n: number): Agent =>
    createAgent({
      clock,
      random,
      aheadMs: n * HOUR_MS,
      workerSid: workerSidOf(n),
      functions,
      partsOf: (page, ownClock, count) => {
        const token = `${page.workerSid}/${count}`;
        tokens.set(token, page);
        const serverClock = createServerClock();
        return {
          ...wishes,
          serverClock,
          attributes: router.overSdk(page),
          service: functions
            ? createFunctionsSaveService({
                call: createFunctionsClient({
                  url: 'https://debrief.twil.io',
                  token: () => token,
                  clock: ownClock,
                  fetch: fetchThere,
                  onTime: (sample) => {
                    const offset = offsetOf(sample);
                    if (offset) serverClock.learn(offset);
                  },
                }),
                clock: ownClock,
                taskSidOf: (id) => legBy(id).task.taskSid,
                onUnavailable: () => {
                  page.usesSdk = true;
                  court.count('service unavailable');
                },
              })
            : null,
          catalogs: {
            inForce: () => versions.get(version)!,
            isKnown: Promise.resolve(),
            find: (number) => Promise.resolve(find(number) ?? null),
          },
        };
      },
    });
  const agents: Readonly<Record<Who, Agent>> = {
    first: createAgentOf(0),
    second: createAgentOf(1),
  };
  const agentBy = (workerSid: string): Agent =>
    workerSid === agents.first.workerSid ? agents.first : agents.second;
  for (const { legs } of tasks) agents.first.legs.push(...legs);

  return {
    clock,
    random,
    weather,
    court,
    tasks,
    agents,
    legBy,
    agentOf: ({ workerSid }: Leg): Agent => agentBy(workerSid),
    tellPages,
    publish: (content: Content): void => {
      court.count('published');
      version += 1;
      publish(content);
    },
  };
};

export type World = ReturnType<typeof createWorld>;
