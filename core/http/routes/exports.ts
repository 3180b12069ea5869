import { z } from 'zod';
import { exportCsv, type ExportServices } from '../../entity/export/index.ts';
import { Problem } from '../../errors.ts';
import { entityLabel } from '../../screen/labels.ts';
import { fileResponse } from '../file-response.ts';
import { route, type Route } from '../route.ts';

const list = z
  .string()
  .max(2_000)
  .transform((text) => text.split(',').filter((part) => part !== ''));
const query = z.object({
  filter: z.string().max(20_000).optional(),
  sort: list.optional(),
  fields: list.optional(),
  search: z.string().max(200).optional(),
  /** `1`: a byte order mark, which spreadsheets want. */
  mark: z.enum(['0', '1']).default('1'),
});

/** To be mounted before the routes of single records: `export` is no id. */
export const exportRoutes = (services: ExportServices): Route[] => [
  route({
    method: 'get',
    path: '/api/records/{entity}/export',
    summary: 'A filtered list as CSV, as far as the actor may see it',
    tag: 'records',
    permission: 'signed-in',
    params: z.object({ entity: z.string() }),
    query,
    run: async ({ actor, params, query: asked }) => {
      if (!services.access.mayEver(actor, services.registry.entity(params.entity).id, 'export'))
        throw new Problem({ status: 403, code: 'export-forbidden', params: { entity: params.entity } });
      const { filter, sort, fields, search, mark } = asked;
      const pieces = exportCsv(services, {
        actor,
        entity: params.entity,
        hasMark: mark === '1',
        ...(filter && { filter: parseFilter(filter) }),
        ...(sort && { sort }),
        ...(fields && { fields }),
        ...(search && { search }),
      });
      // Read before the head is sent: a refused filter is a problem, not half a file.
      const first = await pieces.next();
      const definition = services.registry.entity(params.entity);
      const name = `${entityLabel(services.registry, actor.locale, definition).many}.csv`;
      return fileResponse(resumed(first, pieces), { name, type: 'text/csv' });
    },
  }),
];

async function* resumed(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (!first.done) yield first.value;
  yield* rest;
}

function parseFilter(text: string): Record<string, unknown> {
  try {
    const filter: unknown = JSON.parse(text);
    // The cast: the record store checks every member of it.
    if (typeof filter === 'object' && filter !== null) return filter as Record<string, unknown>;
  } catch {
    // Said below, as for any other text that is no object.
  }
  throw new Problem({ status: 400, code: 'filter-not-json' });
}
