import 'fake-indexeddb/auto';
import type { Clock, Draft } from '../../../src/app/ports';
import { createIndexedDbDrafts } from '../../../src/infra/indexedDbDrafts';

const HOUR = 60 * 60 * 1000;
const draftOf = (reservationSid: string): Draft => ({
  flushed: false,
  transferred: false,
  capture: { reservationSid, catalogVersion: 1, formId: 'f', answers: {}, saved: [], past: [] },
});
const clockAt = (now: number): Clock => ({
  now: () => now,
  wait: async () => undefined,
  random: () => 0,
});

const open = (worker: string, now = 0) => {
  const unavailable = jest.fn();
  return { drafts: createIndexedDbDrafts(worker, clockAt(now), unavailable), unavailable };
};

it('gives back a draft by its reservation, in a later page too', async () => {
  await open('WK1').drafts.save('WR1', draftOf('WR1'));
  const { drafts, unavailable } = open('WK1');
  expect(await drafts.load('WR1')).toEqual(draftOf('WR1'));
  expect(await drafts.load('WR2')).toBeNull();
  expect(unavailable).not.toHaveBeenCalled();
});

it("keeps two workers' drafts apart", async () => {
  await open('WK2').drafts.save('WR1', draftOf('WR1'));
  expect(await open('WK3').drafts.load('WR1')).toBeNull();
});

it('removes a draft', async () => {
  const { drafts } = open('WK4');
  await drafts.save('WR1', draftOf('WR1'));
  await drafts.remove('WR1');
  expect(await drafts.load('WR1')).toBeNull();
});

it('forgets drafts after 48 hours, and only those', async () => {
  await open('WK5', 0).drafts.save('old', draftOf('old'));
  await open('WK5', 40 * HOUR).drafts.save('young', draftOf('young'));
  const { drafts, unavailable } = open('WK5', 49 * HOUR);
  expect(await drafts.load('old')).toBeNull();
  expect(await drafts.load('young')).toEqual(draftOf('young'));
  expect(unavailable).not.toHaveBeenCalled();
});

it('says once that the browser stores nothing, and goes on', async () => {
  const refusing = jest.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const { drafts, unavailable } = open('WK6');
  expect(await drafts.load('WR1')).toBeNull();
  await drafts.save('WR1', draftOf('WR1'));
  expect(unavailable).toHaveBeenCalledTimes(1);
  refusing.mockRestore();
});
