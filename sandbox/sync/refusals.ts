import { Refused } from '../Refused';
import type { ItemKey, SyncKind } from './records';

/** The codes are those of Twilio's error dictionary where PARITY.md does not call them assumed. */
const NOT_FOUND = { document: 54100, list: 54150, map: 54200 } as const;
const ITEM_NOT_FOUND = { document: 54100, list: 54151, map: 54201 } as const;
const MISMATCH = { document: 54103, list: 54155, map: 54205 } as const;

export const noService = (sid: string): Refused =>
  new Refused(404, 54050, `Service Instance ${sid} was not found`);

export const noObject = (kind: SyncKind, name: string): Refused =>
  new Refused(404, NOT_FOUND[kind], `The ${kind} ${name} was not found`);

export const noItem = (kind: SyncKind, key: ItemKey): Refused =>
  new Refused(404, ITEM_NOT_FOUND[kind], `Item ${key} was not found`);

export const staleRevision = (kind: SyncKind): Refused =>
  new Refused(412, MISMATCH[kind], 'The revision does not match the expected one');

export const badIfMatch = (): Refused => new Refused(400, 54003, 'Invalid If-Match header');

export const nameTaken = (name: string): Refused =>
  new Refused(409, 54301, `The unique name ${name} already exists`);

export const badName = (): Refused =>
  new Refused(400, 54302, 'The unique name must have 1 to 320 characters and be no sid');

export const keyTaken = (key: string): Refused =>
  new Refused(409, 54208, `An item with the key ${key} already exists in the map`);

export const badKey = (): Refused =>
  new Refused(400, 54209, 'The key must have 1 to 320 characters');

export const tooLarge = (): Refused => new Refused(413, 54006, 'Request entity too large');

export const badData = (): Refused => new Refused(400, 54008, 'Data must be a JSON object');

export const badTtl = (): Refused =>
  new Refused(400, 54011, 'Ttl must be a whole number from 0 to 31536000');

export const nothingGiven = (): Refused => new Refused(400, 54010, 'No parameters specified');

export const tooMany = (): Refused => new Refused(429, 54009, 'Rate limit exceeded');

export const forbidden = (): Refused => new Refused(403, 54007, 'Access forbidden for identity');
