/** The id of the control for what a JSON pointer leads to. */
export const settingId = (pointer: string): string =>
  `debrief-setting${pointer.replace(/\//g, '-')}`;
