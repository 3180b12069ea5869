import { Problem } from '../errors.ts';
import { fileOfMultipart } from './multipart.ts';

export interface Upload {
  /** The name the file had, where the request says so. */
  name: string | null;
  /** Text fields that came before the file. */
  fields: Record<string, string>;
  /** Null when there is no body. */
  bytes: AsyncIterable<Uint8Array> | null;
}

/** A file sent as the body itself, or as the first file of a form; never held in memory as a whole. */
export async function uploadOf(request: Request): Promise<Upload> {
  const type = request.headers.get('content-type') ?? '';
  const nothing = { name: null, fields: {}, bytes: null };
  if (!request.body || request.headers.get('content-length') === '0') return nothing;
  // The cast: a body of a request is a stream of bytes; the library's types leave that open.
  const body = request.body as unknown as AsyncIterable<Uint8Array>;
  if (!type.startsWith('multipart/form-data')) return { ...nothing, bytes: body };
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(type);
  if (!boundary) throw new Problem({ status: 400, code: 'upload-malformed' });
  return fileOfMultipart(body, boundary[1] ?? boundary[2]!.trim());
}
