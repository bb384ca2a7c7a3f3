import { assignments } from './es/assignments';
import { exchange } from './es/exchange';
import { findings } from './es/findings';
import { forms } from './es/forms';
import { picklists } from './es/picklists';
import { policies } from './es/policies';
import { shell } from './es/shell';
import { versions } from './es/versions';

export const es = {
  ...shell,
  ...picklists,
  ...forms,
  ...assignments,
  ...policies,
  ...versions,
  ...exchange,
  ...findings,
};
