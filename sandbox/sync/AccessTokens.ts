import { createHmac, timingSafeEqual } from 'node:crypto';
import { isJsonObject, type JsonObject } from '../../src/core/json';
import { Refused } from '../Refused';
import type { Clock } from '../taskrouter/Clock';

const HASHES: Readonly<Record<string, string>> = {
  HS256: 'sha256',
  HS384: 'sha384',
  HS512: 'sha512',
};
const SHAPE = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/** Whether it is meant to be an access token; a Flex token is something else. */
export const isAccessToken = (token: unknown): token is string =>
  typeof token === 'string' && SHAPE.test(token);

export interface TokenHolder {
  readonly identity: string;
  /** By the sandbox's clock. */
  readonly expiresAt: number;
}

interface Issuer {
  readonly accountSid: string;
  readonly keySid: string;
  readonly secret: string;
  readonly serviceSid: string;
}

/** 20101 and 20104 are Twilio's documented codes. */
const invalid = (why: string) => new Refused(401, 20101, `Invalid Access Token: ${why}`);
const expired = () => new Refused(401, 20104, 'Access Token expired or expiration date invalid');

const parsed = (part: string): JsonObject => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    if (isJsonObject(value)) return value;
  } catch {
    // Refused below.
  }
  throw invalid('no JSON');
};

/** Checks access tokens of the account's API key that have a grant for the Sync Service. */
export class AccessTokens {
  private readonly deadlines = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly issuer: Issuer,
  ) {}

  check(token: string): TokenHolder {
    const claims = this.verified(token);
    const { iss, sub, nbf, exp, grants } = claims;
    const { keySid, accountSid, serviceSid } = this.issuer;
    if (iss !== keySid || sub !== accountSid) throw invalid('not of this account');
    if (typeof exp !== 'number') throw expired();
    if (typeof nbf === 'number' && nbf * 1000 > this.clock.now()) throw invalid('not valid yet');
    const expiresAt = this.deadline(token, exp * 1000);
    if (expiresAt <= this.clock.now()) throw expired();
    if (!isJsonObject(grants)) throw invalid('no grants');
    const { identity, data_sync: sync } = grants;
    if (typeof identity !== 'string' || identity === '') throw invalid('no identity');
    if (!isJsonObject(sync) || sync['service_sid'] !== serviceSid) {
      throw new Refused(403, 20106, 'The token has no grant for the Sync Service');
    }
    return { identity, expiresAt };
  }

  reset(): void {
    this.deadlines.clear();
  }

  private verified(token: string): JsonObject {
    const [, header = '', payload = '', signature = ''] = SHAPE.exec(token) ?? [];
    const hash = HASHES[String(parsed(header)['alg'])];
    if (!hash) throw invalid('unknown algorithm');
    const expected = createHmac(hash, this.issuer.secret).update(`${header}.${payload}`).digest();
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw invalid('wrong signature');
    }
    return parsed(payload);
  }

  /**
   * Functions make tokens by real time, which the sandbox's clock may be ahead of: a token lives as long as it has left
   * when it is seen first.
   */
  private deadline(token: string, exp: number): number {
    const known = this.deadlines.get(token);
    if (known !== undefined) return known;
    const deadline = this.clock.now() + exp - Date.now();
    this.deadlines.set(token, deadline);
    return deadline;
  }
}
