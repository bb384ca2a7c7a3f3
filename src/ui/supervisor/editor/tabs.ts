/** The tabs of the editor, in their order. */
export const TABS = [
  'picklists',
  'forms',
  'assignments',
  'policies',
  'versions',
  'exchange',
] as const;

export type TabName = (typeof TABS)[number];

export const tabId = (name: TabName): string => `debrief-tab-${name}`;

/** Where the thing at a JSON pointer into the catalog is edited. */
export function tabOf(pointer: string): TabName {
  const part = pointer.split('/')[1];
  return part === 'picklists' || part === 'forms' || part === 'assignments' ? part : 'policies';
}
