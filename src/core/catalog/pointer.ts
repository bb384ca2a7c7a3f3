/** Segments as a JSON pointer (RFC 6901). */
export const pointer = (segments: readonly (string | number)[]): string =>
  segments
    .map((segment) => `/${String(segment).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
