import * as v from 'valibot';
import { ok } from '../../../src/core/result';
import type { EntriesAsked, EntryPage, Sync, SyncDocument } from '../catalog/ports';
import type { CallResult } from '../save/ports';
import { misread, type RestCall } from './restCall';

type Answer = Awaited<ReturnType<RestCall>>;

const document = v.object({ data: v.unknown(), revision: v.string() });
const item = v.object({ data: v.unknown(), revision: v.string() });
const page = v.object({
  items: v.array(
    v.object({
      key: v.optional(v.string()),
      index: v.optional(v.number()),
      data: v.unknown(),
      revision: v.string(),
    }),
  ),
  meta: v.object({ next_page_url: v.nullable(v.string()) }),
});

const isGone = (answer: Answer): boolean => !answer.ok && answer.error.failure === 'gone';
const isTaken = (answer: Answer): boolean => !answer.ok && answer.error.status === 409;

const PATHS = { document: 'Documents', map: 'Maps', list: 'Lists' } as const;

/** The Sync Service over REST, with the account's own credentials, which its permissions do not bind. */
export const twilioSync = (call: RestCall, serviceSid: string): Sync => {
  const service = `https://sync.twilio.com/v1/Services/${encodeURIComponent(serviceSid)}`;
  const uriOf = (...path: readonly string[]) =>
    [service, ...path.map(encodeURIComponent)].join('/');

  const toDocument = (answer: Answer): Awaited<CallResult<SyncDocument>> => {
    if (!answer.ok) return answer;
    const parsed = v.safeParse(document, answer.value.body);
    return parsed.success ? ok(parsed.output) : misread;
  };

  const done = (answer: Answer): Awaited<CallResult<null>> => (answer.ok ? ok(null) : answer);

  const list = async (
    kind: 'Maps' | 'Lists',
    name: string,
    { newestFirst, after, size }: EntriesAsked,
    limitMs: number,
  ): CallResult<EntryPage> => {
    const params = {
      Order: newestFirst ? 'desc' : 'asc',
      PageSize: size,
      ...(after === null ? {} : { From: after, Bounds: 'exclusive' }),
    };
    const answer = await call({ method: 'get', uri: uriOf(kind, name, 'Items'), params }, limitMs);
    if (isGone(answer)) return ok({ entries: [], hasMore: false });
    if (!answer.ok) return answer;
    const parsed = v.safeParse(page, answer.value.body);
    if (!parsed.success) return misread;
    const { items, meta } = parsed.output;
    return ok({
      entries: items.map(({ key, index, data, revision }) => ({
        key: key ?? String(index),
        data,
        revision,
      })),
      hasMore: meta.next_page_url !== null,
    });
  };

  return {
    make: async (kind, name, limitMs) => {
      const data = { UniqueName: name };
      const answer = await call({ method: 'post', uri: uriOf(PATHS[kind]), data }, limitMs);
      return isTaken(answer) ? ok(null) : done(answer);
    },

    readDocument: async (name, limitMs) => {
      const answer = await call({ method: 'get', uri: uriOf('Documents', name) }, limitMs);
      return isGone(answer) ? ok(null) : toDocument(answer);
    },

    writeDocument: async (name, data, revision, limitMs) =>
      toDocument(
        await call(
          {
            method: 'post',
            uri: uriOf('Documents', name),
            headers: { 'If-Match': revision },
            data: { Data: JSON.stringify(data) },
          },
          limitMs,
        ),
      ),

    readItem: async (map, key, limitMs) => {
      const answer = await call({ method: 'get', uri: uriOf('Maps', map, 'Items', key) }, limitMs);
      if (isGone(answer)) return ok(null);
      if (!answer.ok) return answer;
      const parsed = v.safeParse(item, answer.value.body);
      return parsed.success ? ok(parsed.output) : misread;
    },

    addItem: async (map, key, data, limitMs) => {
      const fields = { Key: key, Data: JSON.stringify(data) };
      const uri = uriOf('Maps', map, 'Items');
      const answer = await call({ method: 'post', uri, data: fields }, limitMs);
      if (isTaken(answer)) return ok(false);
      return answer.ok ? ok(true) : answer;
    },

    setItem: async (map, key, data, limitMs) => {
      const fields = { Data: JSON.stringify(data) };
      const update = () =>
        call({ method: 'post', uri: uriOf('Maps', map, 'Items', key), data: fields }, limitMs);
      const updated = await update();
      if (!isGone(updated)) return done(updated);
      const added = await call(
        { method: 'post', uri: uriOf('Maps', map, 'Items'), data: { ...fields, Key: key } },
        limitMs,
      );
      return done(isTaken(added) ? await update() : added);
    },

    removeItem: async (map, key, revision, limitMs) => {
      const uri = uriOf('Maps', map, 'Items', key);
      const request = {
        method: 'delete' as const,
        uri,
        ...(revision === null ? {} : { headers: { 'If-Match': revision } }),
      };
      const answer = await call(request, limitMs);
      return isGone(answer) ? ok(null) : done(answer);
    },

    listItems: (map, asked, limitMs) => list('Maps', map, asked, limitMs),

    append: async (name, data, limitMs) => {
      const fields = { Data: JSON.stringify(data) };
      return done(
        await call({ method: 'post', uri: uriOf('Lists', name, 'Items'), data: fields }, limitMs),
      );
    },

    listEntries: (name, asked, limitMs) => list('Lists', name, asked, limitMs),

    allowReading: async (name, identity, limitMs) =>
      done(
        await call(
          {
            method: 'post',
            uri: uriOf('Documents', name, 'Permissions', identity),
            data: { Read: true, Write: false, Manage: false },
          },
          limitMs,
        ),
      ),

    forbid: async (name, identity, limitMs) => {
      const uri = uriOf('Documents', name, 'Permissions', identity);
      const answer = await call({ method: 'delete', uri }, limitMs);
      // It never had any.
      return isGone(answer) ? ok(null) : done(answer);
    },
  };
};
