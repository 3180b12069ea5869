import { z } from 'zod';
import type { Actor } from '../../access/index.ts';
import {
  applyPack,
  itemsOf,
  packFiles,
  planPack,
  readZip,
  undoPack,
  withEmails,
  withPeople,
  writeZip,
  type ConfigurationPart,
} from '../../configuration/index.ts';
import { Problem } from '../../errors.ts';
import type { Services } from '../../services.ts';
import { fileResponse } from '../file-response.ts';
import { reply, route, type Route } from '../route.ts';

const tag = 'configuration';
const permission = 'packs.manage';
const mostBytes = 20_000_000;

type PackServices = Pick<Services, 'sql' | 'configuration' | 'identity' | 'clock'>;

export function packRoutes({ sql, configuration, identity, clock }: PackServices): Route[] {
  const parts = () => configuration.parts();
  const settled = async (): Promise<void> => {
    await configuration.refresh();
    identity.forget();
  };
  const packOf = async (request: Request, actor: Actor): Promise<ReturnType<typeof itemsOf>> => {
    const { name, items } = itemsOf(await read(request), parts());
    return { name, items: await withPeople(sql, { items, instead: actor.userId ?? actor.id }) };
  };
  return [
    contents(parts),
    exported({ sql, configuration, identity }),
    route({
      method: 'post',
      path: '/api/packs/plan',
      summary: 'What importing a pack would do: added, changed, in conflict, and what it lacks',
      tag,
      permission,
      run: async ({ actor, request }) => {
        const { name, items } = await packOf(request, actor);
        return reply(200, { name, steps: (await planPack({ sql, parts: parts() }, items)).steps });
      },
    }),
    route({
      method: 'post',
      path: '/api/packs',
      summary: 'Import a pack, all of it or nothing',
      tag,
      permission,
      run: async ({ actor, request, requestId }) => {
        const pack = await packOf(request, actor);
        const context = { actor, requestId, at: clock.now() };
        const done = await applyPack({ sql, parts: parts() }, { ...pack, context });
        await settled();
        return reply(201, done);
      },
    }),
    route({
      method: 'get',
      path: '/api/packs',
      summary: 'What was imported when',
      tag,
      permission,
      run: async () => {
        const items = await sql`
          select p.id, p.name, json_array_length(p.items) as written, p.created_at as at, p.undone_at as "undoneAt",
            jsonb_build_object('id', p.created_by, 'title', coalesce(u.name, p.created_by)) as by
          from core.pack_import p left join core."user" u on u.id::text = p.created_by order by p.created_at desc limit 50`;
        return reply(200, { items, next: null });
      },
    }),
    route({
      method: 'post',
      path: '/api/packs/{id}/undo',
      summary: 'Take an import back in one go',
      tag,
      permission,
      params: z.object({ id: z.uuid() }),
      run: async ({ actor, params, requestId }) => {
        const context = { actor, requestId, at: clock.now() };
        await undoPack({ sql, parts: parts() }, { id: params.id, context });
        await settled();
        return reply(204);
      },
    }),
  ];
}

const contents = (parts: () => readonly ConfigurationPart[]): Route =>
  route({
    method: 'get',
    path: '/api/packs/contents',
    summary: 'What an export would hold now, by kind',
    tag,
    permission,
    run: async () => {
      const items = await Promise.all(
        parts().map(async (part) => {
          const own = await part.items();
          return own.map(({ id, title }) => ({
            kind: part.kind,
            id,
            title,
            holdsRecords: part.holdsRecords ?? false,
          }));
        }),
      );
      return reply(200, { items: items.flat(), next: null });
    },
  });

async function read(request: Request): Promise<Map<string, string>> {
  const bytes = Buffer.from(await request.arrayBuffer());
  if (bytes.length > mostBytes)
    throw new Problem({ status: 413, code: 'body-large', params: { megabytes: 20 } });
  return readZip(bytes);
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}

const exported = ({ sql, configuration, identity }: Omit<PackServices, 'clock'>): Route =>
  route({
    method: 'get',
    path: '/api/packs/export',
    summary:
      'Everything that was made in the browser, as a folder of JSON and BPMN files in a zip; what holds data of records only when asked',
    tag,
    permission,
    query: z.object({ records: z.enum(['true', 'false']).default('false') }),
    run: async ({ query }) => {
      const { name } = await identity.company();
      const withRecords = query.records === 'true';
      const zip = writeZip(
        await withEmails(sql, await packFiles(configuration.parts(), name, { withRecords })),
      );
      return fileResponse(only(zip), { name: `${name}.zip`, type: 'application/zip' });
    },
  });
