import type { Page } from '@playwright/test';
import type { Scene } from './Scene';

interface JumpingWindow {
  jump(ms: number): void;
}

/** The machine’s clock, moved by `jump`: every reading of the page is ahead by so much. */
export const withClock = async (page: Page, ahead = 0): Promise<void> => {
  await page.addInitScript((start) => {
    const Real = Date;
    let offset = start;
    (window as never as JumpingWindow).jump = (ms) => {
      offset = ms;
    };
    const now = () => Real.now() + offset;
    window.Date = new Proxy(Real, {
      construct: (target, args: []) =>
        args.length === 0 ? new target(now()) : new target(...args),
      apply: () => new Real(now()).toString(),
      get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
    });
  }, ahead);
};

export const HOUR_MS = 3_600_000;
export const jump = (scene: Scene, ms: number): Promise<void> =>
  scene.page.evaluate((by) => (window as never as JumpingWindow).jump(by), ms);
