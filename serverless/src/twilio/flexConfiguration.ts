import { isJsonObject } from '../../../src/core/json';
import { ok } from '../../../src/core/result';
import type { FetchConfiguration } from '../save/ports';
import { misread, type RestCall } from './restCall';

const inside = (value: unknown, key: string): unknown =>
  isJsonObject(value) ? value[key] : undefined;

/** The account's Flex Configuration: it names the workspace too, so that nobody has to set it twice. */
export const flexConfiguration =
  (call: RestCall): FetchConfiguration =>
  async (limitMs) => {
    const answer = await call(
      { method: 'get', uri: 'https://flex-api.twilio.com/v1/Configuration' },
      limitMs,
    );
    if (!answer.ok) return answer;
    const { body } = answer.value;
    const workspaceSid = inside(body, 'taskrouter_workspace_sid');
    if (typeof workspaceSid !== 'string') return misread;
    const debrief = inside(inside(body, 'ui_attributes'), 'debrief');
    return ok({ workspaceSid, catalog: inside(debrief, 'catalog') });
  };
