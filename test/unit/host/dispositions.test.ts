import { hasDispositions, requiresDisposition } from '../../../src/host/flex/dispositions';
import type { Flex, Manager } from '../../../src/host/flex/flexTypes';

const flexWith = (...keys: readonly (string | null)[]): Flex =>
  ({
    TaskCanvasTabs: {
      Content: { fragments: keys.map((key) => ({ props: { children: key && { key } } })) },
    },
  }) as unknown as Flex;

it('knows them by the tab that both of them add', () => {
  expect(hasDispositions(flexWith('debrief', 'disposition'))).toBe(true);
  expect(hasDispositions(flexWith('debrief', null))).toBe(false);
  expect(hasDispositions(flexWith())).toBe(false);
});

const requires = (dispositions: unknown, queueSid = 'WQ1'): boolean =>
  requiresDisposition(
    {
      serviceConfiguration: { ui_attributes: { custom_data: { features: { dispositions } } } },
    } as unknown as Manager,
    queueSid,
  );

it.each([
  [{ require_disposition: true, global_dispositions: ['Sold'] }, true],
  [{ require_disposition: false, global_dispositions: ['Sold'] }, false],
  [{ global_dispositions: ['Sold'] }, false],
  // With nothing to choose they stop nobody.
  [{ require_disposition: true, global_dispositions: [] }, false],
  [{ require_disposition: true, per_queue: { WQ1: { dispositions: ['Sold'] } } }, true],
  [{ require_disposition: true, per_queue: { WQ2: { dispositions: ['Sold'] } } }, false],
  [
    {
      require_disposition: true,
      global_dispositions: ['Sold'],
      per_queue: { WQ1: { require_disposition: false } },
    },
    false,
  ],
  [
    {
      require_disposition: false,
      per_queue: { WQ1: { require_disposition: true, dispositions: ['Sold'] } },
    },
    true,
  ],
  [{ require_disposition: 'yes', global_dispositions: ['Sold'] }, false],
  [{ require_disposition: true, global_dispositions: 'Sold' }, false],
  [{ require_disposition: true, global_dispositions: ['Sold'], per_queue: null }, true],
  [null, false],
  ['Sold', false],
])('by the settings %j they require one: %s', (settings, expected) => {
  expect(requires(settings)).toBe(expected);
});

it('a Flex without any settings requires none', () => {
  expect(requiresDisposition({ serviceConfiguration: {} } as unknown as Manager, 'WQ1')).toBe(
    false,
  );
});
