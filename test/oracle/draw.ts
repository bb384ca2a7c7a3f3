import * as fc from 'fast-check';

/** Draws of one generated case, in the order in which they are asked for. */
export interface Draw {
  /** From 0 up to, but not including, `below`. */
  readonly number: (below: number) => number;
  readonly oneOf: <T>(values: readonly T[]) => T;
  /** True once in so many times. */
  readonly oncein: (times: number) => boolean;
  readonly some: <T>(values: readonly T[], most?: number) => readonly T[];
  readonly shuffled: <T>(values: readonly T[]) => readonly T[];
}

/** A case made of draws; fast-check draws the numbers, so that its seed replays them. */
export const drawn = <T>(make: (draw: Draw) => T): fc.Arbitrary<T> =>
  fc.gen().map((gen) => {
    const number = (below: number): number => gen(fc.nat, { max: Math.max(0, below - 1) });
    const oneOf = <V>(values: readonly V[]): V => {
      const value = values[number(values.length)];
      if (value === undefined) throw new Error('nothing to draw from');
      return value;
    };
    const shuffled = <V>(values: readonly V[]): readonly V[] => {
      const left = [...values];
      const taken: V[] = [];
      while (left.length > 0) taken.push(...left.splice(number(left.length), 1));
      return taken;
    };
    return make({
      number,
      oneOf,
      shuffled,
      oncein: (times) => number(times) === 0,
      some: (values, most = values.length) =>
        shuffled(values).slice(0, number(Math.min(most, values.length) + 1)),
    });
  });
