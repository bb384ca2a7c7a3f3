import { fail, ok, type Result } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';

/** A request's own fields, told apart and nothing more. */
export interface ServiceRequest {
  readonly operation: string;
  readonly token: string | null;
  /** JSON text, not parsed yet. */
  readonly input: string | null;
}

/**
 * In characters. A form's answers take far less, and the platform's own limit of 1 MB would let one call keep the
 * service busy for long.
 */
const SIZE_LIMIT = 65_536;

const FIELDS = ['operation', 'Token', 'input'] as const;

/** The size first, which depends on the operation, then what the fields are: a field given twice comes as a list, and is none of ours. */
export function readRequest(
  fields: Readonly<Record<string, unknown>>,
  sizeLimitOf: (operation: string) => number | undefined,
): Result<ServiceRequest, ServiceError> {
  const texts: Partial<Record<(typeof FIELDS)[number], string>> = {};
  const problems: object[] = [];
  let size = 0;
  for (const name of FIELDS) {
    const value = fields[name];
    if (typeof value === 'string') {
      size += value.length;
      texts[name] = value;
    } else if (value !== undefined) {
      problems.push({ code: 'wrong-shape', path: `/${name}` });
    }
  }
  const limit = sizeLimitOf(texts.operation ?? '') ?? SIZE_LIMIT;
  if (size > limit) {
    return fail({
      code: 'request-too-large',
      message: 'The request is too large',
      details: { size, limit },
    });
  }
  if (problems.length > 0) {
    return fail({ code: 'bad-input', message: 'Fields must be texts', details: { problems } });
  }
  return ok({
    operation: texts.operation ?? '',
    token: texts.Token === undefined || texts.Token === '' ? null : texts.Token,
    input: texts.input ?? null,
  });
}

/** JSON text as what it says. */
export function parseInput(input: string | null): Result<unknown, ServiceError> {
  try {
    return ok(JSON.parse(input ?? '{}'));
  } catch {
    // Not the parser's own message: it quotes the text.
    return fail({
      code: 'bad-input',
      message: 'input is not JSON text',
      details: { problems: [{ code: 'not-json', path: '' }] },
    });
  }
}
