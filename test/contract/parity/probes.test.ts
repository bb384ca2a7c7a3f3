import { compare } from '../../../parity/compare';
import { sendRest } from '../../../parity/sendRest';
import type { Target } from '../../../parity/Target';
import { PEOPLE } from '../../../sandbox/people';
import { AUTH_TOKEN } from '../../../sandbox/rest/restRoutes';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { ACCOUNT_SID, WORKSPACE_SID } from '../../../sandbox/taskrouter/seed';
import { sandboxClient } from '../../support/sandboxClient';

/** `npm run verify:account` asks a real account the same questions, so what is assumed there must be true here. */
describe('what verify:account compares an account with', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 });
  });
  afterAll(() => sandbox.stop());

  const targetOf = (): Target => {
    const client = sandboxClient(sandbox.addresses);
    const credentials = { accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN };
    return {
      name: 'sandbox',
      accountSid: ACCOUNT_SID,
      workspaceSid: WORKSPACE_SID,
      workerSid: PEOPLE.agent1.workerSid,
      send: (request) =>
        sendRest(request, credentials, (host) => `${sandbox.addresses.rest}/emulator/${host}`),
      offer: (attributes) => client.newTask({ attributes }),
      accept: async ({ reservationSid }) => {
        await client.updateReservation(reservationSid, { ReservationStatus: 'accepted' });
      },
      complete: async ({ reservationSid }) => {
        await client.updateReservation(reservationSid, { ReservationStatus: 'completed' });
      },
      completeUnaccepted: async ({ reservationSid }) => {
        const { status, body } = await client.updateReservation(reservationSid, {
          ReservationStatus: 'completed',
        });
        return { status, body, etag: null, code: Number(body['code']) };
      },
    };
  };

  it('is what the sandbox answers', async () => {
    const findings = await compare(targetOf());
    expect(findings.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
    expect(findings.length).toBe(12);
  });
});
