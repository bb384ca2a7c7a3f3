/** What n samples say. `min` and `max` are the spread. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly n: number;
}

export type Unit = 'bytes' | 'calls' | 'listeners' | 'nodes' | 'objects' | 'ms' | 'µs' | 'kB';

/** One line of the report. */
export interface Figure {
  readonly group: string;
  readonly what: string;
  readonly unit: Unit;
  readonly value: Spread;
  /** Measured in the same run, in turn with the value. */
  readonly control?: { readonly what: string; readonly value: Spread };
  /** Of the pairs in which value and control were measured. */
  readonly ratio?: Spread;
  /** What the project wants it to stay below; shown, never enforced. */
  readonly budget?: number;
}

export const spreadOf = (samples: readonly number[]): Spread => {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  if (low === undefined || high === undefined) throw new Error('A figure without samples');
  return {
    median: (low + high) / 2,
    min: Math.min(...sorted),
    max: Math.max(...sorted),
    n: sorted.length,
  };
};

/** Value, control and ratio of samples taken in turn. */
export const compare = (
  samples: readonly number[],
  what: string,
  controls: readonly number[],
): Required<Pick<Figure, 'value' | 'control' | 'ratio'>> => {
  if (samples.length !== controls.length) throw new Error('Samples come in pairs');
  return {
    value: spreadOf(samples),
    control: { what, value: spreadOf(controls) },
    ratio: spreadOf(samples.map((sample, i) => sample / (controls[i] ?? NaN))),
  };
};
