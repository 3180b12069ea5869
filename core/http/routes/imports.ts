import { z } from 'zod';
import { encodings, rejectedCsv, type Imports } from '../../entity/import/index.ts';
import { Problem } from '../../errors.ts';
import type { Services } from '../../services.ts';
import { importView, previewView } from '../import-view.ts';
import { reply, route, type Route } from '../route.ts';
import { uploadOf } from '../upload.ts';
import { fileResponse } from '../file-response.ts';

const id = z.object({ id: z.uuid() });
const value = z.union([z.string(), z.null()]);
const mapping = z.strictObject({
  column: z.number().int().min(0),
  field: z.string().nullable(),
  key: z.string().optional(),
  values: z.record(z.string(), value).optional(),
  unmatched: z.enum(['reject', 'empty']).optional(),
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']).optional(),
  decimal: z.enum(['.', ',']).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'not-currency')
    .optional(),
  /** How sure the guess was; written back as it was read. */
  score: z.number().optional(),
});
const change = z.strictObject({
  mapping: z.array(mapping).max(500).optional(),
  options: z
    .strictObject({
      duplicates: z.enum(['create', 'update', 'skip']),
      keys: z.array(z.string()).max(5),
      defaults: z.record(z.string(), z.unknown()),
      emptyClears: z.boolean(),
      startFlows: z.boolean(),
      roles: z.array(z.string()),
      managerRoles: z.array(z.string()),
    })
    .partial()
    .optional(),
  source: z
    .strictObject({ encoding: z.enum(encodings), delimiter: z.string().length(1), hasHeader: z.boolean() })
    .partial()
    .optional(),
});
const page = z.object({
  target: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.iso.datetime().optional(),
});

export type ImportRouteServices = Pick<Services, 'registry' | 'sql'> & { imports: Imports };

const permission = 'imports.run';
const tag = 'imports';

export const importRoutes = (services: ImportRouteServices): Route[] => [
  ...uploadRoutes(services),
  ...setupRoutes(services),
  ...runRoutes(services),
  ...rejectedRoutes(services),
];

function uploadRoutes({ imports, registry }: ImportRouteServices): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/imports',
      summary: 'Upload a CSV file: text/csv with ?target=&name=, or multipart with a file',
      tag,
      permission,
      query: z.object({ target: z.string().min(1).optional(), name: z.string().max(200).optional() }),
      run: async ({ actor, query, request }) => {
        const upload = await uploadOf(request);
        const target = query.target ?? upload.fields['target'];
        if (!target) throw new Problem({ status: 422, code: 'import-target-missing' });
        if (!upload.bytes) throw new Problem({ status: 422, code: 'import-empty' });
        const name = query.name ?? upload.fields['name'] ?? upload.name ?? 'import.csv';
        const row = await imports.create(actor, { target, name: name.slice(0, 200), bytes: upload.bytes });
        return reply(201, importView(row, { registry, actor }));
      },
    }),
    route({
      method: 'get',
      path: '/api/imports',
      summary: 'Imports, newest first',
      tag,
      permission,
      query: page,
      run: async ({ actor, query }) => {
        const before = query.cursor ? new Date(query.cursor) : undefined;
        const rows = await imports.list(actor, { ...query, ...(before && { before }) });
        const next = rows.length === query.limit ? (rows.at(-1)?.createdAt.toISOString() ?? null) : null;
        return reply(200, { items: rows.map((row) => importView(row, { registry, actor })), next });
      },
    }),
  ];
}

function setupRoutes({ imports, registry }: ImportRouteServices): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/imports/{id}',
      summary: 'One import with its progress',
      tag,
      permission,
      params: id,
      run: async ({ actor, params }) =>
        reply(200, importView(await imports.get(actor, params.id), { registry, actor })),
    }),
    route({
      method: 'patch',
      path: '/api/imports/{id}',
      summary: 'Set the mapping, the options, or how the file is read',
      tag,
      permission,
      params: id,
      body: change,
      run: async ({ actor, params, body }) =>
        reply(200, importView(await imports.change(actor, params.id, body), { registry, actor })),
    }),
    route({
      method: 'post',
      path: '/api/imports/{id}/preview',
      summary: 'Try the first rows without keeping anything',
      tag,
      permission,
      params: id,
      body: z.strictObject({ rows: z.number().int().min(1).optional() }),
      run: async ({ actor, params, body }) => {
        const { target } = await imports.get(actor, params.id);
        const seen = await imports.preview(actor, params.id, body.rows);
        return reply(200, previewView(seen, { registry, actor, target }));
      },
    }),
  ];
}

function runRoutes({ imports, registry }: ImportRouteServices): Route[] {
  const command = (name: string, summary: string, act: Imports['start']): Route =>
    route({
      method: 'post',
      path: `/api/imports/{id}/${name}`,
      summary,
      tag,
      permission,
      params: id,
      run: async ({ actor, params }) =>
        reply(202, importView(await act(actor, params.id), { registry, actor })),
    });
  return [
    command('run', 'Start the import', imports.start),
    command('stop', 'Stop after the rows at work', imports.stop),
    command('resume', 'Go on where it stopped', imports.start),
  ];
}

function rejectedRoutes({ imports, registry, sql }: ImportRouteServices): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/imports/{id}/rejected',
      summary: 'The rejected rows with their reasons, as CSV',
      tag,
      permission,
      params: id,
      run: async ({ actor, params }) => {
        const row = await imports.get(actor, params.id);
        const bytes = rejectedCsv(sql, row, { registry, locale: actor.locale });
        return fileResponse(bytes, {
          name: `rejected-${row.name.replace(/\.csv$/i, '')}.csv`,
          type: 'text/csv',
        });
      },
    }),
    route({
      method: 'post',
      path: '/api/imports/{id}/rejected',
      summary:
        'Import the rejected rows again: corrected ones from the body, or as they are kept when it is empty',
      tag,
      permission,
      params: id,
      run: async ({ actor, params, request }) => {
        const { bytes } = await uploadOf(request);
        const row = await imports.repair(actor, params.id, bytes);
        return reply(201, importView(row, { registry, actor }));
      },
    }),
  ];
}
