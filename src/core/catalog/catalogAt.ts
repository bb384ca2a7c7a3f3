import { localDay } from '../rules/localTime';
import { isWithin } from './days';
import type { Catalog, Day, Picklist } from './types';

/** Thousands of options are gone through once per day, and not once per contact. */
const known = new WeakMap<Picklist, Map<Day, Picklist>>();

function picklistOn(picklist: Picklist, day: Day): Picklist {
  const days = known.get(picklist) ?? new Map<Day, Picklist>();
  known.set(picklist, days);
  const made = days.get(day);
  if (made) return made;
  const isActive = picklist.options.map(({ activeFrom, activeTo }) =>
    isWithin(day, activeFrom, activeTo),
  );
  const onDay = isActive.every(Boolean)
    ? picklist
    : {
        ...picklist,
        options: picklist.options.map((option, position) =>
          isActive[position] ? option : { ...option, archived: true },
        ),
      };
  days.set(day, onDay);
  return onDay;
}

/**
 * The catalog as it is for a contact that began at that moment (epoch milliseconds): an option outside its days is an
 * archived one, for whoever shows, checks or stores answers. With null, when the moment is not known, all are within.
 */
export function catalogAt(catalog: Catalog, startedAt: number | null): Catalog {
  const day = localDay(startedAt, catalog.policies.timeZone ?? 'UTC');
  if (day === null) return catalog;
  const picklists = catalog.picklists.map((picklist) => picklistOn(picklist, day));
  return picklists.every((picklist, position) => picklist === catalog.picklists[position])
    ? catalog
    : { ...catalog, picklists };
}
