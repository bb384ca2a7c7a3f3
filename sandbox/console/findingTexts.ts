import type { Finding } from '../../src/core/insights/types';

/** A finding in plain words. */
export const findingText = (finding: Finding): string => `${finding.path}: ${finding.code}`;
