import {
  choiceOf,
  FAULT_OPTIONS,
  faultAt,
  faultName,
  faultPlace,
  placesOf,
} from '../../../sandbox/console/faultChoices';
import { EVENT_NAMES } from '../../../sandbox/edges/eventNames';
import { OPERATIONS } from '../../../sandbox/edges/operations';
import { placeOf } from '../../../sandbox/faults/faultPlaces';
import { parseFault } from '../../../sandbox/faults/parseFault';

const offered = FAULT_OPTIONS.flatMap(({ value, name }) => {
  const choice = choiceOf(value);
  return placesOf(choice).map((place) => ({
    name,
    place,
    fault: faultAt(choice, place.value, choice.amount?.initial ?? 0),
  }));
});

it('offer nothing that the sandbox refuses', () => {
  for (const { fault } of offered) expect(parseFault(fault)).toMatchObject(fault);
});

it('reach every operation that takes a fault, and every event', () => {
  const reached = new Set(offered.map(({ fault }) => fault.operation));
  const takers = (Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[]).filter(
    (operation) => placeOf(operation) !== 'remark',
  );
  expect([...reached].sort()).toEqual([...takers, 'api.sync.*'].sort());
  for (const event of EVENT_NAMES) {
    expect(offered.map(({ fault }) => fault.kind)).toContainEqual({ type: 'lost', event });
  }
});

it('are called by their own names again when they wait', () => {
  for (const { name, place, fault } of offered) {
    expect(faultName(fault).replace(/, \d+ s$/, '')).toBe(name);
    expect(faultPlace(fault)).toBe(place.name);
  }
});
