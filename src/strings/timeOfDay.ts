const inLanguage = (at: number, language: string, options: Intl.DateTimeFormatOptions): string => {
  const format = (tag?: string) => new Intl.DateTimeFormat(tag, options).format(at);
  try {
    return format(language);
  } catch {
    return format();
  }
};

/** Hours and minutes as people write them in a language; a malformed tag gets the browser's own way. */
export const timeOfDay = (at: number, language: string): string =>
  inLanguage(at, language, { timeStyle: 'short' });

/** The same with the day. */
export const momentText = (at: number, language: string): string =>
  inLanguage(at, language, { dateStyle: 'short', timeStyle: 'short' });
