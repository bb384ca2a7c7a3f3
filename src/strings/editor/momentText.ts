/** Day and time as people write them in a language; a malformed tag gets the browser's own way. */
export function momentText(at: number, language: string): string {
  const format = (tag?: string) =>
    new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  try {
    return format(language);
  } catch {
    return format();
  }
}
