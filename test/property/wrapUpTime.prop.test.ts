import fc from 'fast-check';
import { betterOffset, offsetOf, type ClockOffset } from '../../src/core/wrapUp/clockOffset';
import { announcedAt, deadlineOf, extensionsLeft } from '../../src/core/wrapUp/wrapUpTime';
import type { WrapUpTerms } from '../../src/core/wrapUp/wrapUpTerms';

const NOW = 1_790_000_000_000;

const terms: fc.Arbitrary<WrapUpTerms> = fc.record({
  time: fc.integer({ min: 10_000, max: 86_400_000 }),
  onTimeout: fc.constantFrom('default', 'partial', 'hold'),
  extensions: fc.integer({ min: 0, max: 10 }),
  extension: fc.integer({ min: 10_000, max: 86_400_000 }),
  asksReason: fc.boolean(),
});

describe('the time for wrap-up', () => {
  it('ends once, however often more is asked for: never later than the form allows', () => {
    fc.assert(
      fc.property(terms, fc.nat(100), (of, taken) => {
        const spent = { since: NOW, taken };
        const deadline = deadlineOf(of, spent);
        expect(deadline).toBeGreaterThanOrEqual(NOW + of.time);
        expect(deadline).toBeLessThanOrEqual(NOW + of.time + of.extensions * of.extension);
        expect(extensionsLeft(of, spent)).toBe(Math.max(0, of.extensions - taken));
      }),
    );
  });

  it('is said four times at most, whenever anybody looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 200 }), (looks) => {
        const said = [...looks].sort((a, b) => b - a).map(announcedAt);
        expect(new Set(said.filter((moment) => moment !== null)).size).toBeLessThanOrEqual(4);
        for (const [n, seconds] of [...looks].sort((a, b) => b - a).entries()) {
          const moment = said[n];
          if (moment !== null && moment !== undefined) expect(seconds).toBeLessThanOrEqual(moment);
        }
      }),
    );
  });
});

interface Exchange {
  /** How long until it happens, and how long each way takes. */
  readonly after: number;
  readonly there: number;
  readonly back: number;
  /** How much this computer's clock is set forward or back before it. */
  readonly set: number;
}

const exchange: fc.Arbitrary<Exchange> = fc.record({
  after: fc.nat(600_000),
  there: fc.nat(4_000),
  back: fc.nat(4_000),
  set: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -9e6, max: 9e6 })),
});

describe('the offset of the clock', () => {
  it('is never wrong by more than the exchanges leave open, although the clock is set in between', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e6, max: 9e6 }), fc.array(exchange), (first, exchanges) => {
        let truth = NOW;
        // How far the server is ahead of this computer.
        let ahead = first;
        let known: ClockOffset | null = null;
        let slack = 0;
        for (const { after, there, back, set } of exchanges) {
          ahead -= set;
          truth += after;
          const sample = {
            askedAt: truth - ahead,
            serverTime: truth + there,
            answeredAt: truth + there + back - ahead,
          };
          const learnt = offsetOf(sample);
          if (!learnt) throw new Error('the clock stood still meanwhile');
          known = betterOffset(known, learnt);
          // A set clock that both can be true of moves it by less than what both leave open.
          slack = known === learnt ? known.within : known.within + 2 * learnt.within;
          expect(Math.abs(known.ahead - ahead)).toBeLessThanOrEqual(slack);
          truth += there + back;
        }
      }),
    );
  });

  it('knows nothing of an exchange during which the clock was put back', () => {
    expect(offsetOf({ askedAt: NOW, answeredAt: NOW - 1, serverTime: NOW })).toBeNull();
  });
});
