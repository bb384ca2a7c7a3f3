import { Usage } from '../../../sandbox/sync/Usage';
import { Clock } from '../../../sandbox/taskrouter/Clock';

const passes = (take: () => boolean, tries: number): number =>
  Array.from({ length: tries }, take).filter(Boolean).length;

it.each([
  ['reads', 200],
  ['writes', 200],
  ['permissions', 800],
] as const)('%s: ten seconds’ worth may come at once, and no more in ten seconds', (way, most) => {
  const clock = new Clock();
  const usage = new Usage(clock);

  expect(passes(() => usage.take(way), most + 10)).toBe(most);
  clock.forward(9);
  expect(usage.take(way)).toBe(false);
  clock.forward(1);
  expect(passes(() => usage.take(way), most + 10)).toBe(most);

  expect(usage.state()[way]).toEqual({
    passed: 2 * most,
    refused: 21,
    highestPerSecond: most,
  });
});

it('a sustained rate goes on for ever', () => {
  const clock = new Clock();
  const usage = new Usage(clock);
  for (let second = 0; second < 60; second += 1) {
    expect(passes(() => usage.take('reads'), 20)).toBe(20);
    clock.forward(1);
  }
  expect(usage.state().reads).toEqual({ passed: 1200, refused: 0, highestPerSecond: 20 });
});

it('what costs more leaves room for less, and reads leave writes alone', () => {
  const usage = new Usage(new Clock());
  expect(passes(() => usage.take('writes', 10), 30)).toBe(20);
  expect(usage.take('writes', 1)).toBe(false);
  expect(usage.take('reads')).toBe(true);
});
