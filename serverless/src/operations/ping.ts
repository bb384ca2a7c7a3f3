import { ok } from '../../../src/core/result';
import type { PingAnswer } from '../../../src/core/service/serviceAnswer';
import { version } from '../../package.json';
import { defineOperation } from '../pipeline/operation';
import { ROLES } from './roles';

/** Tells the plugin at its start that the address is right and the token is taken. */
export const pingOperation = () =>
  defineOperation({
    roles: ROLES,
    parse: () => ok(null),
    handle: () => Promise.resolve(ok<PingAnswer>({ service: 'debrief', version })),
  });
