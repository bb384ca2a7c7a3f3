/** Node's globals that packages inside Flex UI reach for; esbuild puts them where they are used. */
export { Buffer } from 'buffer';

export const process = {
  env: { NODE_ENV: 'production' },
  browser: true,
  version: '',
  versions: {},
  nextTick: (job: (...args: unknown[]) => void, ...args: unknown[]) => {
    void Promise.resolve().then(() => job(...args));
  },
};
