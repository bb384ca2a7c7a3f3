import { safeParse, type BaseIssue } from 'valibot';
import { fail, ok, type Result } from '../result';
import { catalogShape } from './catalogShape';
import { checkCatalog } from './checkCatalog';
import { pointer } from './pointer';
import type { Catalog, CatalogProblem } from './types';

/** Longer excerpts would drown the message they stand in. */
const EXCERPT = 60;

function toProblem(issue: BaseIssue<unknown>): CatalogProblem {
  const path = pointer((issue.path ?? []).map(({ key }) => String(key)));
  const { type, input } = issue;
  if (path === '/schema' && typeof input === 'number') {
    return { code: 'unsupported-schema', path, details: { found: input } };
  }
  if (type === 'never') return { code: 'unknown-key', path };
  // JSON has no undefined: what is undefined is not there.
  if (input === undefined) return { code: 'missing-key', path };
  if (type === 'union') return { code: 'wrong-target', path };
  return {
    code: issue.kind === 'schema' ? 'wrong-shape' : 'out-of-range',
    path,
    details: {
      expected: issue.expected ?? '',
      found: issue.received.slice(0, EXCERPT),
    },
  };
}

/** A catalog of the right shape, whatever is wrong with its meaning. */
export function parseShape(input: unknown): Result<Catalog, readonly CatalogProblem[]> {
  const parsed = safeParse(catalogShape, input);
  return parsed.success ? ok(parsed.output) : fail(parsed.issues.map(toProblem));
}

/** Refusals that came after catalogs had been published with what they refuse. */
const LATER: readonly CatalogProblem['code'][] = ['unclean-text'];

/** A catalog, or all that is wrong with it: shape and meaning, in one go, each with its place. */
export const parseCatalog = (input: unknown): Result<Catalog, readonly CatalogProblem[]> =>
  parse(input, []);

/** As `parseCatalog`, for what is in force already: an upgrade takes no agent's form away. */
export const parsePublished = (input: unknown): Result<Catalog, readonly CatalogProblem[]> =>
  parse(input, LATER);

function parse(
  input: unknown,
  excused: readonly CatalogProblem['code'][],
): Result<Catalog, readonly CatalogProblem[]> {
  const parsed = parseShape(input);
  const shape = parsed.ok ? [] : parsed.error;
  const problems = [...shape, ...checkCatalog(input, parsed.ok)].filter(
    ({ code }) => !excused.includes(code),
  );
  return parsed.ok && problems.length === 0 ? parsed : fail(problems);
}

/** As `parseCatalog`, from JSON text. */
export function parseCatalogText(text: string): Result<Catalog, readonly CatalogProblem[]> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return fail([{ code: 'not-json', path: '', details: { message: String(error) } }]);
  }
  return parseCatalog(input);
}
