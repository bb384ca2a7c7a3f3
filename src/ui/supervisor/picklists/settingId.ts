/** The element's id of a setting, told by its pointer below the option, e.g. `name/es`. */
export const settingId = (setting: string): string =>
  `debrief-option-${encodeURIComponent(setting)}`;

/** The control of a setting, or of what the setting is part of: that of `under` for `under/2`; else another one. */
export function settingElement(setting: string, otherwise: string): HTMLElement | null {
  const segments = setting === '' ? [] : setting.split('/');
  for (let length = segments.length; length > 0; length -= 1) {
    const element = document.getElementById(settingId(segments.slice(0, length).join('/')));
    if (element) return element;
  }
  return document.getElementById(settingId(otherwise));
}
