/** The browser draws calendars, their buttons and scroll bars by itself: in dark colours only where it is told of them. */
export const takeColorScheme = (element: HTMLElement | null) => {
  if (!element) return;
  const [red = 0] = (getComputedStyle(element).color.match(/\d+/g) ?? []).map(Number);
  element.style.setProperty('color-scheme', red > 127 ? 'dark' : 'light');
};
