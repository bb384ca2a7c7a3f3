import type { TaskState } from '../../../sandbox/control/api';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { sandboxClient, type SandboxClient } from '../../support/sandboxClient';

let sandbox: Sandbox;
let client: SandboxClient;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = sandboxClient(sandbox.addresses);
});
afterAll(() => sandbox.stop());
beforeEach(() => client.api('reset', {}));

interface Sids {
  readonly flexInteractionSid: string;
  readonly flexInteractionChannelSid: string;
  readonly flexChannelInviteSid: string;
  readonly conversationSid: string;
}

const tasks = async () => (await client.api('state')).body['tasks'] as TaskState[];

/** What Flex sends for a conversation task. */
const contact = async (channel: 'chat' | 'sms' | 'whatsapp' | 'email' = 'chat') => {
  const { taskSid, reservationSid } = await client.newTask({ channel });
  const { body } = await client.fetchTask(taskSid);
  const sids = JSON.parse(String(body['attributes'])) as Sids;
  const url = `v1/Interactions/${sids.flexInteractionSid}/Channels/${sids.flexInteractionChannelSid}`;
  const invite = (action: string) =>
    client.bridge('POST', `${url}/Invites/${sids.flexChannelInviteSid}`, {
      action,
      routing: { type: 'taskrouter', reservation: { sid: reservationSid } },
    });
  return {
    taskSid,
    sids,
    accept: () => invite('accept'),
    decline: () => invite('decline'),
    close: (routing: string, status = 'closed') =>
      client.bridge('POST', url, { status, routing: { status: routing } }),
    participants: async (params = {}) =>
      (await client.bridge('GET', `${url}/Participants`, params)).body['participants'] as {
        sid: string;
        type: string;
      }[],
    remove: (sid: string) =>
      client.bridge('POST', `${url}/Participants/${sid}`, { status: 'closed' }),
    say: (body: string) =>
      onHost(
        `aim.us1.twilio.com/Client/v2/Services/IS1/Conversations/${sids.conversationSid}/Messages`,
        { body },
      ),
    transfer: (from: string, to: string) =>
      client.bridge('POST', `v1/Instances/GO1/${url.slice('v1/'.length)}/Transfers`, {
        type: 'cold',
        from,
        to,
      }),
    state: async () => (await tasks()).find(({ sid }) => sid === taskSid)!,
  };
};

/** A call that the page makes to a Twilio host. */
const onHost = async (path: string, body?: unknown) => {
  const response = await fetch(
    `${sandbox.addresses.people.agent1}/emulator/${path}`,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const sync = (path: string) => onHost(`cds.us1.twilio.com/v3/${path}`);

describe('a contact', () => {
  it.each([
    ['chat', 'chat', 'web'],
    ['sms', 'sms', 'sms'],
    ['whatsapp', 'chat', 'whatsapp'],
    ['email', 'email', 'email'],
  ] as const)('on %s is a task on channel %s with channelType %s', async (channel, name, type) => {
    const { taskSid, sids } = await contact(channel);

    const { body } = await client.fetchTask(taskSid);

    expect(body['task_channel_unique_name']).toBe(name);
    expect(JSON.parse(String(body['attributes']))).toMatchObject({
      channelType: type,
      direction: 'inbound',
      conversations: {
        conversation_id: sids.flexInteractionSid,
        media: [{ type: 'ChatTranscript', sid: sids.conversationSid }],
      },
    });
  });

  it('cannot be begun by an agent here', async () => {
    const { status } = await client.api('tasks', { channel: 'sms', direction: 'outbound' });

    expect(status).toBe(400);
  });

  it('goes from the invite over wrap-up to the end by what is done to its channel', async () => {
    const chat = await contact();
    const seen: string[] = [];
    const look = async () => seen.push((await chat.state()).status);

    await look();
    await chat.accept();
    await look();
    await chat.close('wrapup');
    await look();
    await chat.close('closed');
    await look();

    expect(seen).toEqual(['reserved', 'assigned', 'wrapping', 'completed']);
  });

  it('can be declined', async () => {
    const chat = await contact();

    await chat.decline();

    expect((await chat.state()).reservations[0]?.status).toBe('rejected');
  });

  it('refuses statuses and actions it does not know', async () => {
    const chat = await contact();
    await chat.accept();

    expect((await chat.close('wrapup', 'open')).status).toBe(400);
    expect((await chat.close('paused')).status).toBe(400);
    expect((await chat.state()).status).toBe('assigned');
  });
});

describe('who takes part', () => {
  it('is the customer first, then the agent too, until the end', async () => {
    const chat = await contact();
    const types = async (params = {}) => (await chat.participants(params)).map(({ type }) => type);

    expect(await types()).toEqual(['customer']);
    await chat.accept();
    expect(await types()).toEqual(['customer', 'agent']);
    await chat.close('wrapup');
    expect(await types()).toEqual(['customer', 'agent']);
    await chat.close('closed');
    expect(await types()).toEqual(['customer']);
    expect(await types({ status: 'all' })).toEqual(['customer', 'agent']);
  });

  it('an agent who leaves ends their reservation, and the channel stays open for the customer', async () => {
    const chat = await contact();
    await chat.accept();

    await chat.close('closed', 'inactive');

    expect(await chat.state()).toMatchObject({
      status: 'completed',
      conversation: { status: 'inactive', customerIsThere: true },
    });
  });

  it('an agent who is taken out after leaving with wrap-up has completed', async () => {
    const chat = await contact();
    await chat.accept();
    await chat.close('wrapup', 'inactive');
    expect((await chat.state()).status).toBe('wrapping');
    const agent = (await chat.participants({ status: 'all' })).find(({ type }) => type === 'agent');

    expect((await chat.remove(agent!.sid)).status).toBe(200);

    // Some time after the answer.
    await client.until(async () => (await chat.state()).status === 'completed');
  });
});

describe('a transfer', () => {
  const BEN = 'WK00000000000000000000000000000002';

  const inHand = async (channel?: 'email') => {
    const chat = await contact(channel);
    await chat.accept();
    const agent = (await chat.participants()).find(({ type }) => type === 'agent')!.sid;
    return { chat, agent };
  };

  it('makes another task with another invite, and the first one wraps up', async () => {
    const { chat, agent } = await inHand();

    const { status, body } = await chat.transfer(agent, BEN);

    expect(status).toBe(200);
    const next = (await tasks()).at(-1)!;
    const { flexChannelInviteSid, ...others } = chat.sids;
    const attributes = JSON.parse(next.attributes) as Record<string, unknown>;
    expect(attributes).toMatchObject({
      ...others,
      transfer_sid: body['sid'],
      previous_task_sid: chat.taskSid,
    });
    expect(attributes['flexChannelInviteSid']).not.toBe(flexChannelInviteSid);
    expect(next.reservations).toMatchObject([{ worker: 'agent2', status: 'pending' }]);
    expect((await chat.state()).status).toBe('wrapping');
    expect((await chat.participants()).map(({ type }) => type)).toEqual(['customer']);
    expect((await chat.say('Still there?')).status).toBe(403);
  });

  it('fails when the customer leaves before anybody has accepted', async () => {
    const { chat, agent } = await inHand();
    await chat.transfer(agent, BEN);

    await client.api(`tasks/${chat.taskSid}/hang-up`, {});

    expect((await tasks()).at(-1)?.status).toBe('canceled');
    expect((await chat.state()).transfers).toMatchObject([{ status: 'failed' }]);
    expect((await chat.state()).status).toBe('wrapping');
  });

  it('is refused of an e-mail, to a worker who has the task, of somebody who takes no part, and twice', async () => {
    const mail = await inHand('email');
    expect((await mail.chat.transfer(mail.agent, BEN)).status).toBe(400);
    const { chat, agent } = await inHand();
    const customer = (await chat.participants()).find(({ type }) => type === 'customer')!.sid;
    expect((await chat.transfer(agent, 'WK00000000000000000000000000000001')).status).toBe(400);
    expect((await chat.transfer(customer, BEN)).status).toBe(400);
    expect((await chat.transfer(agent, BEN)).status).toBe(200);
    expect((await chat.transfer(agent, BEN)).status).toBe(400);
    expect(await tasks()).toHaveLength(3);
  });
});

describe('messages', () => {
  it('of both sides are in the list that Sync has, in their order', async () => {
    const chat = await contact();
    await chat.accept();

    expect((await chat.say('Good morning')).status).toBe(201);
    await client.api(`tasks/${chat.taskSid}/say`, { text: 'Where is it?' });

    const list = await sync(
      `Lists/${chat.sids.conversationSid}.messages/Items?PageSize=30&Order=desc`,
    );
    const items = list.body['items'] as { index: number; data: { author: string; text: string } }[];
    expect(items.map(({ index, data }) => [index, data.author, data.text])).toEqual([
      [2, 'grace-web-visitor', 'Where is it?'],
      [1, 'agent1', 'Good morning'],
      [0, 'grace-web-visitor', 'Hello, my order has not arrived.'],
    ]);
    const document = await sync(`Documents/${chat.sids.conversationSid}.channel`);
    expect(document.body['data']).toMatchObject({ lastMessage: { index: 2 } });
  });

  it('are only taken from who takes part', async () => {
    const chat = await contact();

    expect((await chat.say('Too early')).status).toBe(403);
    await chat.accept();
    await chat.close('wrapup');
    expect((await chat.say('Too late')).status).toBe(403);
    expect((await chat.state()).conversation?.messages).toHaveLength(1);
  });

  it('the customer writes none after leaving, which wraps up the task', async () => {
    const chat = await contact();
    await chat.accept();
    await client.api(`tasks/${chat.taskSid}/hang-up`, {});

    const refused = await client.api(`tasks/${chat.taskSid}/say`, { text: 'One more thing' });

    expect(refused.status).toBe(409);
    expect(await chat.state()).toMatchObject({
      status: 'wrapping',
      conversation: { status: 'closed', customerIsThere: false },
    });
  });

  it('a call has no conversation to write in', async () => {
    const { taskSid } = await client.newTask({ channel: 'voice' });

    expect((await client.api(`tasks/${taskSid}/say`, { text: 'Hello' })).status).toBe(409);
  });
});

it("an agent's conversations are those they are in", async () => {
  const list = async () =>
    (
      (await onHost('aim.us1.twilio.com/Client/v2/MyConversations')).body[
        'conversations'
      ] as unknown[]
    ).length;
  const chat = await contact();

  expect(await list()).toBe(0);
  await chat.accept();
  expect(await list()).toBe(1);
  await chat.close('closed');
  expect(await list()).toBe(0);
});
