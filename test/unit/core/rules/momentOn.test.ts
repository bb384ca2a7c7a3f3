import { localDay } from '../../../../src/core/rules/localTime';
import { momentOn } from '../../../../src/core/rules/momentOn';

it.each(['UTC', 'Europe/Berlin', 'Pacific/Auckland', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
  'is a moment of the day in %s',
  (timeZone) => {
    for (const day of ['2026-01-01', '2026-07-01', '2028-02-29']) {
      expect(localDay(momentOn(day, timeZone), timeZone)).toBe(day);
    }
  },
);

it('is none where there is no such day, or no such time zone', () => {
  expect(momentOn('', 'UTC')).toBeNull();
  expect(momentOn('2026-11-24', 'Nowhere/Else')).toBeNull();
  // Samoa went over the date line.
  expect(momentOn('2011-12-30', 'Pacific/Apia')).toBeNull();
});
