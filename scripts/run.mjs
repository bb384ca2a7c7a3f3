import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const start = (command, args, { stdio, cwd = root, env = {}, stepsBack = false }) => {
  const child = spawn(command, args, {
    cwd,
    stdio,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (stepsBack && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return child;
};

/**
 * Runs a command in the project's folder, showing its output; answers its exit code. `stepsBack`: it takes what other
 * processes leave of the processor.
 */
export const run = (command, args, { env = {}, stepsBack = false } = {}) =>
  new Promise((resolve, reject) => {
    const child = start(command, args, { stdio: 'inherit', env, stepsBack });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });

/** Likewise, with the output in the answer, for commands that run beside each other; in another folder by `cwd`. */
export const runQuietly = (command, args, { cwd, stepsBack } = {}) =>
  new Promise((resolve, reject) => {
    const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd, stepsBack });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: signal ? 1 : (code ?? 1), output }));
  });
