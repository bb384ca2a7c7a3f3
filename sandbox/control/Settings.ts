import type { SandboxSettings } from './api';
import { isJsonObject } from '../../src/core/json';
import { PERSON_IDS } from '../people';
import { Refused } from '../Refused';

const DEFAULTS: SandboxSettings = {
  debrief: undefined,
  versionCheck: true,
  theme: 'light',
  languages: {},
  features: [],
  endMethods: [],
  transferCopiesAttributes: true,
  plugin: true,
  functions: false,
  expiredTokens: [],
  syncService: true,
  publishRoles: ['admin'],
  syncAcl: true,
  syncClientsCreate: false,
};

const isFlag = (value: unknown) => (typeof value === 'boolean' ? null : 'must be true or false');

const isListOf = (value: unknown, is: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(is);

const CHECKS: Readonly<Record<keyof SandboxSettings, (value: unknown) => string | null>> = {
  debrief: () => null,
  versionCheck: isFlag,
  features: (value) =>
    isListOf(value, (id) => typeof id === 'string') ? null : 'must be a list of ids',
  endMethods: (value) =>
    isListOf(value, (method) => method === 'Leave' || method === 'Pause')
      ? null
      : 'must be a list of "Leave" and "Pause"',
  transferCopiesAttributes: isFlag,
  plugin: isFlag,
  functions: isFlag,
  syncService: isFlag,
  syncAcl: isFlag,
  syncClientsCreate: isFlag,
  publishRoles: (value) =>
    isListOf(value, (role) => typeof role === 'string' && /^[\w.-]+$/.test(role))
      ? null
      : 'must be a list of roles',
  expiredTokens: (value) =>
    Array.isArray(value) && value.every((id) => (PERSON_IDS as readonly unknown[]).includes(id))
      ? null
      : `must be a list of ${PERSON_IDS.join(', ')}`,
  theme: (value) => (value === 'light' || value === 'dark' ? null : 'must be "light" or "dark"'),
  languages: (value) =>
    isJsonObject(value) &&
    Object.entries(value).every(
      ([id, language]) =>
        (PERSON_IDS as readonly string[]).includes(id) && typeof language === 'string',
    )
      ? null
      : `must be an object of language codes by ${PERSON_IDS.join(', ')}`,
};

/** What pages loaded from now on get. */
export class Settings {
  private current: SandboxSettings = DEFAULTS;

  constructor(private readonly onChange: (settings: SandboxSettings) => void = () => undefined) {}

  get(): SandboxSettings {
    return this.current;
  }

  change(change: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(change)) {
      if (!(name in CHECKS)) {
        throw new Refused(
          400,
          20001,
          `There is no setting ${JSON.stringify(name)}; there are ${Object.keys(CHECKS).join(', ')}`,
        );
      }
      const problem = CHECKS[name as keyof SandboxSettings](value);
      if (problem) throw new Refused(400, 20001, `${name} ${problem}`);
    }
    this.current = { ...this.current, ...change };
    this.onChange(this.current);
  }

  reset(): void {
    this.current = DEFAULTS;
    this.onChange(this.current);
  }
}
