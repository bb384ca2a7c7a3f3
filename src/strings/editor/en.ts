import { assignments } from './en/assignments';
import { exchange } from './en/exchange';
import { findings } from './en/findings';
import { forms } from './en/forms';
import { picklists } from './en/picklists';
import { policies } from './en/policies';
import { shell } from './en/shell';
import { versions } from './en/versions';

/** What the catalog editor says, in English; apart from what agents see, which every agent loads. */
export const en = {
  ...shell,
  ...picklists,
  ...forms,
  ...assignments,
  ...policies,
  ...versions,
  ...exchange,
  ...findings,
} as const;
