import { parsePingAnswer, parseSaveAnswer } from '../../../../src/core/service/serviceAnswer';

const value = {
  version: '4',
  changed: true,
  whole: true,
  stored: { 'conversations.outcome': 'Sale' },
};
const reply = (status: number, body: unknown, retryAfter?: string) => ({
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  retryAfter,
});
const refusal = (code: string, details?: object) => ({
  ok: false,
  error: { code, message: 'why', details },
});

describe('parseSaveAnswer', () => {
  it('takes an answer of the service', () => {
    expect(parseSaveAnswer(reply(200, { ok: true, value }))).toEqual({ ok: true, value });
  });

  it('takes an error of the service, with its details', () => {
    expect(
      parseSaveAnswer(reply(409, refusal('catalog-unknown', { asked: 1, current: 2 }))),
    ).toEqual({
      ok: false,
      error: {
        code: 'catalog-unknown',
        status: 409,
        message: 'why',
        details: { asked: 1, current: 2 },
        retryable: false,
        retryAfterMs: null,
      },
    });
  });

  it.each([
    ['busy', true],
    ['out-of-time', true],
    ['conflict', true],
    ['token-unchecked', true],
    ['bad-token', true],
    ['invalid-answers', false],
    ['bug', false],
  ])('knows whether to ask again after %s', (code, retryable) => {
    expect(parseSaveAnswer(reply(400, refusal(code)))).toMatchObject({ error: { retryable } });
  });

  it.each([
    [reply(429, refusal('busy', { retryAfterMs: 1500 }), '2'), 1500],
    [reply(429, refusal('busy'), '2'), 2000],
    [reply(429, refusal('busy', { retryAfterMs: -1 }), ' 3 '), 3000],
    [reply(429, refusal('busy'), 'Wed, 21 Oct 2026 07:28:00 GMT'), null],
    [reply(503, '<html>', '5'), 5000],
  ])('reads how long to wait (%#)', (answer, retryAfterMs) => {
    expect(parseSaveAnswer(answer)).toMatchObject({ error: { retryAfterMs } });
  });

  it.each([
    [reply(504, '<html><body>Gateway Timeout</body></html>'), true],
    [reply(502, ''), true],
    [reply(429, 'Too many'), true],
    [reply(408, ''), true],
    [reply(200, '<html>Please sign in</html>'), true],
    [reply(200, '{"ok":true,"value":{"version":"4","changed":tr'), true],
    [reply(200, { ok: true }), true],
    [reply(200, { ok: true, value: { ...value, stored: null } }), true],
    [reply(200, []), true],
    [reply(200, 'null'), true],
    [reply(404, 'Could not find requested resource'), false],
    [reply(413, '<html>'), false],
    [reply(400, { code: 20001, message: 'Twilio' }), false],
    [reply(400, refusal('a-code-of-tomorrow')), false],
    [reply(400, refusal('toString')), false],
  ])('says that an answer is none of the service (%#)', (answer, retryable) => {
    expect(parseSaveAnswer(answer)).toMatchObject({
      ok: false,
      error: { code: 'unreadable', status: answer.status, retryable },
    });
  });
});

describe('parsePingAnswer', () => {
  it('knows this service from others', () => {
    const mine = { service: 'debrief', version: '0.1.0' };
    expect(parsePingAnswer(reply(200, { ok: true, value: mine }))).toEqual({
      ok: true,
      value: mine,
    });
    expect(
      parsePingAnswer(reply(200, { ok: true, value: { service: 'other', version: '1' } })),
    ).toMatchObject({ error: { code: 'unreadable' } });
  });
});
