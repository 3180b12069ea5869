import { Readable } from 'node:stream';

/** A stream of bytes as a download; its name may be in any script (RFC 6266). */
export function fileResponse(
  bytes: AsyncIterable<Uint8Array>,
  { name, type, isInline = false }: { name: string; type: string; isInline?: boolean },
): Response {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_');
  const disposition = `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  // The cast: Node's web stream is the one of the platform.
  return new Response(Readable.toWeb(Readable.from(bytes)) as unknown as BodyInit, {
    headers: {
      'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      'content-disposition': disposition,
      'cache-control': 'no-store',
    },
  });
}
