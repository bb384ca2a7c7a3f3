import type { Figure, Spread } from './figures';

const digits = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });

const spread = ({ median, min, max }: Spread, unit = ''): string => {
  const middle = digits(median) + (unit && ` ${unit}`);
  return min === max ? middle : `${middle} (${digits(min)}–${digits(max)})`;
};

const HEAD = ['', 'median (min–max)', 'control, same run', 'ratio', 'n'];

const budgetText = ({ value, budget }: Figure): string =>
  budget === undefined
    ? ''
    : `budget ${digits(budget)}: ${value.median <= budget ? 'kept' : 'OVER'}`;

const cells = (figure: Figure): string[] => {
  const { what, unit, value, control, ratio } = figure;
  const against = control ? `${spread(control.value, unit)} ${control.what}` : '';
  return [
    `  ${what}`,
    spread(value, unit),
    [against, budgetText(figure)].filter((text) => text !== '').join('; '),
    ratio ? spread(ratio) : '',
    String(value.n),
  ];
};

/** A table for people, one block per group. */
export const printFigures = (about: object, figures: readonly Figure[]): void => {
  const rows = figures.map(cells);
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const print = (row: readonly string[]) =>
    console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   '));

  console.log(`\n${Object.values(about).join(' · ')}\n`);
  print(HEAD);
  let group = '';
  figures.forEach((figure, i) => {
    if (figure.group !== group) console.log(`\n${figure.group}`);
    group = figure.group;
    print(rows[i] ?? []);
  });
};
