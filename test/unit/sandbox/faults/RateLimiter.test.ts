import { RateLimiter } from '../../../../sandbox/faults/RateLimiter';
import { Clock } from '../../../../sandbox/taskrouter/Clock';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const writes = (limiter: RateLimiter, count: number) =>
  Array.from({ length: count }, () => limiter.admits('task.update', 'POST'));

it('admits everything until a limit is set', () => {
  expect(writes(new RateLimiter(new Clock()), 100)).not.toContain(false);
});

it('admits so many writes in any one second, whichever way they came', () => {
  const limiter = new RateLimiter(new Clock());
  limiter.change({ writesPerSecond: 2 });

  expect(limiter.admits('api.task.update' as 'task.update', 'POST')).toBe(true);
  jest.advanceTimersByTime(600);
  expect(writes(limiter, 3)).toEqual([true, false, false]);
  jest.advanceTimersByTime(400);
  expect(writes(limiter, 2)).toEqual([true, false]);
});

it('does not count what it refused', () => {
  const limiter = new RateLimiter(new Clock());
  limiter.change({ writesPerSecond: 1 });
  for (let second = 0; second < 5; second += 1) {
    expect(writes(limiter, 3)).toEqual([true, false, false]);
    jest.advanceTimersByTime(500);
    expect(writes(limiter, 3)).toEqual([false, false, false]);
    jest.advanceTimersByTime(500);
  }
});

it('counts reads apart from writes, and nothing but TaskRouter', () => {
  const limiter = new RateLimiter(new Clock());
  limiter.change({ writesPerSecond: 1, readsPerSecond: 1 });
  writes(limiter, 1);

  expect(limiter.admits('task.fetch', 'GET')).toBe(true);
  expect(limiter.admits('task.fetch', 'GET')).toBe(false);
  expect(limiter.admits('sync.map.fetch', 'GET')).toBe(true);
  expect(limiter.admits('telemetry.send', 'POST')).toBe(true);
});

it('is lifted by null, and by a reset', () => {
  const limiter = new RateLimiter(new Clock());
  limiter.change({ writesPerSecond: 1, readsPerSecond: 1 });
  limiter.change({ writesPerSecond: null });
  expect(writes(limiter, 2)).toEqual([true, true]);
  expect(limiter.get()).toEqual({ writesPerSecond: null, readsPerSecond: 1 });

  limiter.reset();

  expect(limiter.get()).toEqual({ writesPerSecond: null, readsPerSecond: null });
});
