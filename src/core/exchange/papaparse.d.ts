/** The part of Papa Parse that is used. @types/papaparse brings Node's globals along, which the core must not see. */
declare module 'papaparse/papaparse.min.js' {
  interface Parsed {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly { readonly code: string; readonly row?: number }[];
  }
  export function parse(
    text: string,
    options: { readonly delimiter: string; readonly preview?: number },
  ): Parsed;
  export function unparse(
    rows: readonly (readonly string[])[],
    options: { readonly delimiter: string; readonly newline: string },
  ): string;
}
