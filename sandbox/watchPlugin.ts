import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths';

/** Editors write a file in several steps, and a branch switch writes many. */
const SETTLE_MS = 300;

/** Builds the plugin again whenever src changes; one build at a time, and one more if src changed meanwhile. */
export const watchPlugin = (print: (line: string) => void): void => {
  let timer: NodeJS.Timeout | null = null;
  let building = false;
  let again = false;

  const build = () => {
    if (building) {
      again = true;
      return;
    }
    building = true;
    print('Building the plugin …');
    const started = Date.now();
    const child = spawn('npx', ['flex-plugin', 'build'], { cwd: ROOT });
    const output: string[] = [];
    child.stdout.on('data', (data: Buffer) => output.push(data.toString()));
    child.stderr.on('data', (data: Buffer) => output.push(data.toString()));
    child.on('close', (code) => {
      building = false;
      // Only the exit code counts: with a type error the new files are written all the same.
      print(
        code === 0
          ? `Built in ${((Date.now() - started) / 1000).toFixed(1)} s. Reload the Flex page.`
          : `${output.join('')}\nThe build failed. Pages loaded now may get a plugin that is not whole.`,
      );
      if (again) {
        again = false;
        build();
      }
    });
  };

  watch(join(ROOT, 'src'), { recursive: true }, () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(build, SETTLE_MS);
  });
  print('Watching src.');
};
