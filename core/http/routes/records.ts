/** Records of every entity: one set of routes, described once. */
import type { Change } from '../../entity/index.ts';
import type { TimelineItem } from '../../entity/record-store.ts';
import { Problem } from '../../errors.ts';
import type { Locale } from '../../registry.ts';
import type { Services } from '../../services.ts';
import { problemDocument } from '../problem.ts';
import {
  aggregateBody,
  aggregateResponse,
  bulkBody,
  bulkResponse,
  entityParams,
  jsonOf,
  listOf,
  listQuery,
  pageResponse,
  recordBody,
  recordParams,
  recordResponse,
  timelineQuery,
} from '../record-shapes.ts';
import { reply, route, type Route } from '../route.ts';

type RecordServices = Pick<Services, 'records' | 'registry'>;

export const recordRoutes = (services: RecordServices): Route[] => [
  ...collectionRoutes(services),
  ...bulkRoutes(services),
  ...singleRoutes(services),
];

const tag = 'records';
const path = '/api/records/{entity}';

const collectionRoutes = ({ records }: RecordServices): Route[] => [
  route({
    method: 'get',
    path,
    summary: 'Records, filtered, sorted and paged; with `bin=true` those that were deleted',
    tag,
    permission: 'signed-in',
    params: entityParams,
    query: listQuery,
    response: pageResponse,
    run: async ({ actor, params: { entity }, query }) => {
      const { filter, sort, fields, bin, ...rest } = query;
      const page = await records.list({
        actor,
        entity,
        ...rest,
        filter: jsonOf(filter, '/filter'),
        sort: listOf(sort),
        fields: listOf(fields),
        isBin: bin === 'true',
      });
      return reply(200, page);
    },
  }),
  route({
    method: 'post',
    path,
    summary: 'Create a record',
    tag,
    permission: 'signed-in',
    params: entityParams,
    body: recordBody,
    response: recordResponse,
    run: async ({ actor, params: { entity }, body, requestId }) => {
      const [result] = await records.write({
        actor,
        changes: [{ op: 'create', entity, values: body }],
        cause: { request: requestId },
      });
      if (!result!.ok) throw result!.problem;
      const [record] = await records.readMany({ actor, entity, ids: [result!.id] });
      return reply(201, record ?? { id: result!.id, version: 1 }, { etag: '"1"' });
    },
  }),
];

const bulkRoutes = ({ records, registry }: RecordServices): Route[] => [
  route({
    method: 'post',
    path: `${path}/bulk`,
    summary:
      'Create, change, delete and restore many records; each answers for itself, and `cause` takes them back',
    tag,
    permission: 'signed-in',
    params: entityParams,
    body: bulkBody,
    response: bulkResponse,
    run: async ({ actor, params: { entity }, body, requestId }) => {
      const changes: Change[] = body.changes.map((change) => ({ ...change, entity }));
      const results = await records.write({ actor, changes, cause: { request: requestId } });
      const ids = results.map((result) => (result.ok ? result.id : ''));
      const shown = await records.readMany({ actor, entity, ids });
      return reply(200, {
        cause: requestId,
        results: results.map((result, index) =>
          result.ok
            ? { ok: true, record: shown[index] ?? { id: result.id, version: result.version } }
            : { ok: false, problem: problemDocument(result.problem, actor.locale, registry) },
        ),
      });
    },
  }),
  route({
    method: 'post',
    path: `${path}/aggregate`,
    summary: 'Count, add up and group records',
    tag,
    permission: 'signed-in',
    params: entityParams,
    body: aggregateBody,
    response: aggregateResponse,
    run: async ({ actor, params: { entity }, body }) =>
      reply(200, await records.aggregate({ actor, entity, ...body })),
  }),
];

const singleRoutes = ({ records, registry }: RecordServices): Route[] => {
  /** One change, and the record afterwards. */
  const change = async (
    call: { actor: Parameters<typeof records.read>[0]['actor']; requestId: string },
    one: Exclude<Change, { op: 'create' }>,
  ) => {
    const [result] = await records.write({
      actor: call.actor,
      changes: [one],
      cause: { request: call.requestId },
    });
    if (!result!.ok) throw result!.problem;
    const etag = { etag: `"${result!.version}"` };
    if (one.op === 'delete') return reply(204, undefined, etag);
    const [record] = await records.readMany({ actor: call.actor, entity: one.entity, ids: [one.id] });
    return reply(200, record ?? { id: one.id, version: result!.version }, etag);
  };
  return [
    route({
      method: 'get',
      path: `${path}/{id}`,
      summary: 'A record; its ETag is its version',
      tag,
      permission: 'signed-in',
      params: recordParams,
      response: recordResponse,
      run: async ({ actor, params: { entity, id } }) => {
        const record = await records.read({ actor, entity, id });
        return reply(200, record, { etag: `"${record.version}"` });
      },
    }),
    route({
      method: 'patch',
      path: `${path}/{id}`,
      summary: 'Change fields of a record; with If-Match only if nobody else did meanwhile',
      tag,
      permission: 'signed-in',
      params: recordParams,
      body: recordBody,
      response: recordResponse,
      run: async ({ actor, params: { entity, id }, body, request, requestId }) =>
        change({ actor, requestId }, { op: 'update', entity, id, version: ifMatch(request), values: body }),
    }),
    route({
      method: 'delete',
      path: `${path}/{id}`,
      summary: 'Put a record into the bin',
      tag,
      permission: 'signed-in',
      params: recordParams,
      run: async ({ actor, params: { entity, id }, request, requestId }) =>
        change({ actor, requestId }, { op: 'delete', entity, id, version: ifMatch(request) }),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/restore`,
      summary: 'Take a record out of the bin',
      tag,
      permission: 'signed-in',
      params: recordParams,
      response: recordResponse,
      run: async ({ actor, params: { entity, id }, requestId }) =>
        change({ actor, requestId }, { op: 'restore', entity, id }),
    }),
    route({
      method: 'get',
      path: `${path}/{id}/timeline`,
      summary: 'What happened to a record, newest first',
      tag,
      permission: 'signed-in',
      params: recordParams,
      query: timelineQuery,
      run: async ({ actor, params: { entity, id }, query }) => {
        const page = await records.timeline({ actor, entity, id, ...query });
        return reply(200, { ...page, items: page.items.map((item) => told(registry, actor.locale, item)) });
      },
    }),
  ];
};

/** With what a plugin says of a fact of its own: its text `<plugin>.event.<name>`, filled with the fact's values. */
function told(registry: RecordServices['registry'], locale: Locale, item: TimelineItem) {
  const key = item.type.replace('.', '.event.');
  if (registry.find(locale, key) === undefined) return item;
  const values = Object.entries(item.changes).map(([name, { after }]) => [name, after]);
  return { ...item, text: registry.text(locale, key, Object.fromEntries(values)) };
}

function ifMatch(request: Request): number | undefined {
  const header = request.headers.get('if-match');
  if (header === null || header === '*') return undefined;
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header)?.[1];
  if (version === undefined)
    throw new Problem({ status: 400, code: 'etag-invalid', params: { etag: header.slice(0, 80) } });
  return Number(version);
}
