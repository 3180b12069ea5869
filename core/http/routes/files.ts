import { z } from 'zod';
import type { Files } from '../../file/index.ts';
import { may } from '../../access/index.ts';
import { notFound, Problem } from '../../errors.ts';
import { fileResponse } from '../file-response.ts';
import { reply, route, type Route } from '../route.ts';
import { uploadOf } from '../upload.ts';

const id = z.object({ id: z.uuid() });
const tag = 'files';

/** Only who uploaded a file reads it back here; what hangs on a record goes through the record. */
export const fileRoutes = ({ files }: { files: Files }): Route[] => [
  route({
    method: 'post',
    path: '/api/files',
    summary: 'Upload a file as the body, or as the first file of a form',
    tag,
    permission: 'signed-in',
    query: z.object({ name: z.string().max(200).optional() }),
    run: async ({ actor, query, request }) => {
      const upload = await uploadOf(request);
      if (!upload.bytes) throw new Problem({ status: 422, code: 'upload-empty' });
      const name = (query.name ?? upload.name ?? 'file').slice(0, 200);
      return reply(201, await files.write({ name, bytes: upload.bytes, createdBy: actor.id }));
    },
  }),
  route({
    method: 'get',
    path: '/api/files/{id}',
    summary: 'Download a file',
    tag,
    permission: 'signed-in',
    params: id,
    run: async ({ actor, params }) => {
      const file = await files.info(params.id);
      if (file.createdBy !== actor.id && !may(actor, '*')) throw notFound('file', params.id);
      return fileResponse(files.read(file.id), { name: file.name, type: file.type });
    },
  }),
];
