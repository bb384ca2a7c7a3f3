import { Clock } from '../../../sandbox/taskrouter/Clock';

it('an alarm of next year waits in steps that a timer can take', () => {
  const clock = new Clock();
  const timer = jest.spyOn(globalThis, 'setTimeout');
  const rang = jest.fn();

  clock.alarm(clock.now() + 365 * 86_400_000, rang);

  expect(timer.mock.calls[0]?.[1]).toBe(2 ** 31 - 1);
  timer.mockRestore();
  clock.forward(364 * 86_400);
  expect(rang).not.toHaveBeenCalled();
  clock.forward(86_400);
  expect(rang).toHaveBeenCalledTimes(1);
});
