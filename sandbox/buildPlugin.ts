import { spawn } from 'node:child_process';
import { ROOT } from './paths';

export interface Build {
  readonly ok: boolean;
  readonly seconds: number;
  /** What the build said. Worth reading only when it failed. */
  readonly output: string;
}

/** Makes the plugin as `npm run build` does for those who run our Functions. */
export const buildPlugin = (): Promise<Build> =>
  new Promise((resolve, reject) => {
    const started = Date.now();
    const child = spawn(process.execPath, ['scripts/build.mjs', '--split'], {
      cwd: ROOT,
    });
    const output: string[] = [];
    child.stdout.on('data', (data: Buffer) => output.push(data.toString()));
    child.stderr.on('data', (data: Buffer) => output.push(data.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        // Only the exit code counts: with a type error the new files are written all the same.
        ok: code === 0,
        seconds: (Date.now() - started) / 1000,
        output: output.join(''),
      }),
    );
  });
