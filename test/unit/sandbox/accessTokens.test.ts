import { createHmac } from 'node:crypto';
import { Refused } from '../../../sandbox/Refused';
import { AccessTokens, isAccessToken } from '../../../sandbox/sync/AccessTokens';
import { Clock } from '../../../sandbox/taskrouter/Clock';

const ISSUER = { accountSid: 'AC1', keySid: 'SK1', secret: 'secret', serviceSid: 'IS1' };
const CLAIMS = {
  iss: 'SK1',
  sub: 'AC1',
  exp: Math.floor(Date.now() / 1000) + 600,
  grants: { identity: 'agent1', data_sync: { service_sid: 'IS1' } },
};

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (claims: object, { alg = 'HS256', secret = ISSUER.secret } = {}) => {
  const signed = `${part({ alg, typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};

const check = (token: string, tokens = new AccessTokens(new Clock(), ISSUER)) => {
  try {
    return tokens.check(token).identity;
  } catch (error) {
    return error instanceof Refused ? error.code : error;
  }
};

it('a token is of an identity', () => {
  expect(check(sign(CLAIMS))).toBe('agent1');
  expect(isAccessToken('sandbox-token-agent1')).toBe(false);
});

it.each<[string, string, number]>([
  ['signed with another secret', sign(CLAIMS, { secret: 'guessed' }), 20101],
  ['that calls for no signature', sign(CLAIMS, { alg: 'none' }), 20101],
  ['without a signature', `${sign(CLAIMS).split('.').slice(0, 2).join('.')}.AA`, 20101],
  [
    'with other claims under its signature',
    sign(CLAIMS).replace(/\.[^.]+\./, `.${part({ ...CLAIMS, grants: {} })}.`),
    20101,
  ],
  ['of another key', sign({ ...CLAIMS, iss: 'SK2' }), 20101],
  ['of another account', sign({ ...CLAIMS, sub: 'AC2' }), 20101],
  ['without an end', sign({ ...CLAIMS, exp: undefined }), 20104],
  ['that is over', sign({ ...CLAIMS, exp: CLAIMS.exp - 601 }), 20104],
  ['that has not begun', sign({ ...CLAIMS, nbf: CLAIMS.exp }), 20101],
  ['of nobody', sign({ ...CLAIMS, grants: { ...CLAIMS.grants, identity: '' } }), 20101],
  ['for another Service', sign({ ...CLAIMS, grants: { ...CLAIMS.grants, data_sync: {} } }), 20106],
  ['without grants', sign({ ...CLAIMS, grants: null }), 20101],
])('a token %s is refused', (_, token, code) => {
  expect(check(token)).toBe(code);
});

it('a token lives as long as it had left when it was seen first, by the sandbox’s clock', () => {
  const clock = new Clock();
  clock.forward(86_400);
  const tokens = new AccessTokens(clock, ISSUER);
  const token = sign(CLAIMS);

  expect(check(token, tokens)).toBe('agent1');
  clock.forward(590);
  expect(check(token, tokens)).toBe('agent1');
  clock.forward(20);
  expect(check(token, tokens)).toBe(20104);
  clock.reset();
});
