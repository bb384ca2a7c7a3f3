import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import { compare, type Figure } from '../support/figures';
import { Twilio } from '../support/Twilio';

const PAIRS = 9;

/** The control: a plugin that does nothing. */
const EMPTY_PLUGIN = `(() => {
  class EmptyPlugin {
    constructor() { this.name = 'EmptyPlugin'; this.version = '0.0.0'; this.dependencies = {}; }
    init() {}
  }
  window.Twilio.Flex.Plugins.init(EmptyPlugin);
})();`;

interface Times {
  readonly initStarts: number;
  readonly initEnds: number;
  readonly fileEnds: number;
}

type TimedWindow = Window & { readonly pluginTimes?: Partial<Times> };

/**
 * Put around both plugin files. Flex calls `init` while the file still runs when no other plugin is awaited, so both
 * are timed to be told apart. Not as performance marks: Flex clears those of the whole page.
 */
const BEFORE = `(() => {
  const { Plugins } = window.Twilio.Flex;
  const take = Plugins.init;
  const times = (window.pluginTimes = {});
  Plugins.init = function (Plugin) {
    const init = Plugin.prototype.init;
    Plugin.prototype.init = function (...args) {
      times.initStarts = performance.now();
      try { return init.apply(this, args); }
      finally { times.initEnds = performance.now(); }
    };
    return take.call(this, Plugin);
  };
})();
`;
const AFTER = '\n;window.pluginTimes.fileEnds = performance.now();';

interface Start {
  /** Compiling and running the file, in ms, without `init`. */
  readonly evaluation: number;
  /** `init` until it returns, in ms. */
  readonly init: number;
  /** From the start of the navigation until the agent's desktop shows. */
  readonly desktop: number;
}

interface TraceEvent {
  readonly name: string;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const evaluationIn = (trace: Buffer): number => {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const own = traceEvents.filter(
    ({ name, args }) =>
      name === 'EvaluateScript' && args?.data?.url?.includes('/plugins/plugin-debrief.js'),
  );
  if (own.length !== 1) throw new Error(`The plugin file ran ${own.length} times`);
  return (own[0]?.dur ?? NaN) / 1000;
};

const startOnce = async (chromium: Browser, twilio: Twilio): Promise<Start> => {
  const page = await twilio.openFlex(chromium, {
    prepare: (fresh) => chromium.startTracing(fresh, { categories: ['devtools.timeline'] }),
  });
  const desktop = await page.evaluate(() => performance.now());
  const answer = await page.waitForFunction(() => {
    const times = (window as unknown as TimedWindow).pluginTimes;
    return times?.initEnds && times.fileEnds ? (times as Times) : null;
  });
  const times = (await answer.jsonValue()) as Times;
  const run = evaluationIn(await chromium.stopTracing());
  await page.context().close();
  const init = times.initEnds - times.initStarts;
  const initInside = times.initStarts < times.fileEnds;
  return { evaluation: initInside ? run - init : run, init, desktop };
};

const writeTimed = (file: string, plugin: string): string => {
  writeFileSync(file, BEFORE + plugin + AFTER);
  return file;
};

/** What the plugin adds to the start of the real Flex UI: each sample is a page with an empty cache. */
export const measurePluginStart = async (chromium: Browser, plugin: string): Promise<Figure[]> => {
  const folder = dirname(plugin);
  const ours = await Twilio.start(
    writeTimed(join(folder, 'ours.js'), readFileSync(plugin, 'utf8')),
  );
  const empty = await Twilio.start(writeTimed(join(folder, 'empty.js'), EMPTY_PLUGIN));
  const starts: Start[] = [];
  const controls: Start[] = [];
  try {
    await startOnce(chromium, empty);
    for (let i = 0; i < PAIRS; i++) {
      starts.push(await startOnce(chromium, ours));
      controls.push(await startOnce(chromium, empty));
    }
  } finally {
    await Promise.all([ours.stop(), empty.stop()]);
  }
  const group = 'Start in the real Flex UI, empty cache';
  const figure = (what: string, time: (start: Start) => number) =>
    ({
      group,
      what,
      unit: 'ms',
      ...compare(starts.map(time), 'empty plugin', controls.map(time)),
    }) as const;
  // An empty `init` takes less than the clock's step: there is nothing to divide by.
  const { ratio: _none, ...init } = figure('init', (start) => start.init);
  return [
    figure('evaluation of the file', ({ evaluation }) => evaluation),
    init,
    figure('evaluation + init', (start) => start.evaluation + start.init),
    figure('navigation to the agent desktop', ({ desktop }) => desktop),
  ];
};
