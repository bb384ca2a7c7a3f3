import * as v from 'valibot';
import type { FindName } from '../catalog/people';
import type { FetchConfiguration } from '../save/ports';
import type { RestCall } from './restCall';

const worker = v.object({
  friendly_name: v.string(),
  attributes: v.pipe(v.string(), v.parseJson()),
});
const named = v.object({ full_name: v.pipe(v.string(), v.trim(), v.nonEmpty()) });

/** The name that Flex shows for a worker. */
export const workerNames =
  (call: RestCall, fetchConfiguration: FetchConfiguration): FindName =>
  async (workerSid, limitMs) => {
    const configuration = await fetchConfiguration(limitMs);
    if (!configuration.ok) return null;
    const { workspaceSid } = configuration.value;
    const uri = `https://taskrouter.twilio.com/v1/Workspaces/${workspaceSid}/Workers/${workerSid}`;
    const answer = await call({ method: 'get', uri }, limitMs);
    const parsed = v.safeParse(worker, answer.ok ? answer.value.body : null);
    if (!parsed.success) return null;
    const { attributes, friendly_name } = parsed.output;
    const full = v.safeParse(named, attributes);
    return full.success ? full.output.full_name : friendly_name;
  };
