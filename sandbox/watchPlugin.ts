import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildPlugin } from './buildPlugin';
import { ROOT } from './paths';

/** Editors write a file in several steps, and a branch switch writes many. */
const SETTLE_MS = 300;

const WATCHED = ['src', 'public'];

/** Builds the plugin again whenever its sources change; one build at a time, and one more if they changed meanwhile. */
export const watchPlugin = (print: (line: string) => void): void => {
  let timer: NodeJS.Timeout | null = null;
  let building = false;
  let again = false;

  const build = async () => {
    again = true;
    if (building) return;
    building = true;
    while (again) {
      again = false;
      print('Building the plugin …');
      const { ok, seconds, output } = await buildPlugin();
      print(
        ok
          ? `Built in ${seconds.toFixed(1)} s. Reload the Flex page.`
          : `${output}\nThe build failed. Pages loaded now may get a plugin that is not whole.`,
      );
    }
    building = false;
  };

  for (const folder of WATCHED) {
    watch(join(ROOT, folder), { recursive: true }, () => {
      if (timer) clearTimeout(timer);
      timer = setTimeout(() => void build(), SETTLE_MS);
    });
  }
  print(`Watching ${WATCHED.join(' and ')}.`);
};
