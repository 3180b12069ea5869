import { z } from 'zod';
import { notFound } from '../../errors.ts';
import type { FileValue } from '../../entity/index.ts';
import type { Files } from '../../file/index.ts';
import type { Services } from '../../services.ts';
import { fileResponse } from '../file-response.ts';
import { recordParams } from '../record-shapes.ts';
import { reply, route, type Route } from '../route.ts';

type FieldServices = Pick<Services, 'records'> & { files: Files };

/** Pictures may be shown in place; everything else is only ever downloaded. */
const shownTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export const recordFieldRoutes = ({ records, files }: FieldServices): Route[] => [
  route({
    method: 'get',
    path: '/api/records/{entity}/{id}/files/{field}',
    summary: 'Download the file of a record, for who may see the field',
    tag: 'records',
    permission: 'signed-in',
    params: recordParams.extend({ field: z.string().max(80) }),
    run: async ({ actor, params: { entity, id, field } }) => {
      const record = await records.read({ actor, entity, id, fields: [field] });
      const value = record[field];
      if (typeof value !== 'object' || value === null || !('href' in value)) throw notFound('file', field);
      // The cast: only files read with where they are downloaded.
      const found = value as FileValue;
      return fileResponse(files.read(found.id), {
        name: found.name,
        type: found.type,
        isInline: shownTypes.has(found.type),
      });
    },
  }),
  route({
    method: 'post',
    path: '/api/records/{entity}/{id}/reveal',
    summary: 'The value of a secret field, for who may see the field; the timeline says who looked',
    tag: 'records',
    permission: 'signed-in',
    params: recordParams,
    body: z.strictObject({ field: z.string().max(80) }),
    run: async ({ actor, params: { entity, id }, body, requestId }) => {
      const cause = { request: requestId };
      const value = await records.reveal({ actor, entity, id, field: body.field, cause });
      return reply(200, { value }, { 'cache-control': 'no-store' });
    },
  }),
];
