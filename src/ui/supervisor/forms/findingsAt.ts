import type { WarningCode } from '../../../core/catalog/problemCodes';
import type { CatalogProblem } from '../../../core/catalog/types';

const WARNINGS: Readonly<Record<WarningCode, true>> = {
  'long-list': true,
  'unique-values': true,
  override: true,
  'pii-unmarked': true,
  'media-replaces-default': true,
  'customer-measure': true,
  'unsupported-kind': true,
  'name-missing': true,
  'nothing-on-day': true,
  'no-answer-at-timeout': true,
  'no-way-out': true,
  'assignment-unreachable': true,
};

/** Whether a finding only warns; any other keeps the catalog from being published. */
export const isWarning = ({ code }: CatalogProblem): boolean => code in WARNINGS;

/** The findings at a place and below it. */
export const findingsAt = (
  findings: readonly CatalogProblem[],
  pointer: string,
): readonly CatalogProblem[] =>
  findings.filter(({ path }) => path === pointer || path.startsWith(`${pointer}/`));
