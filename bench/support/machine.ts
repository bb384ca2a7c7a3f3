import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

const PACKAGE = join(__dirname, '..', '..', 'package.json');

/** What the figures were taken on: without it they mean nothing. */
export const machine = () => {
  const { devDependencies } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as {
    devDependencies: Readonly<Record<string, string>>;
  };
  return {
    cpu: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    platform: `${process.platform} ${process.arch}`,
    node: `Node ${process.version}`,
    flexUi: `Flex UI ${devDependencies['@twilio/flex-ui'] ?? 'unknown'}`,
  };
};
