/** Files of messages: their sizes when a message is wanted, their bytes when it goes. */
import type { Db } from '../../db/connect.ts';
import type { Files } from '../../file/files.ts';
import type { Attachment, Content } from '../channel.ts';

/** In bytes, by id; one that is gone is not in it. */
export async function sizesOf(
  db: Db,
  contents: readonly Pick<Content, 'files'>[],
): Promise<Map<string, number>> {
  const ids = [...new Set(contents.flatMap(({ files = [] }) => files.map(({ file }) => file)))];
  if (ids.length === 0) return new Map();
  const rows = await db<{ id: string; size: number }[]>`
    select id, size from core.file where id = any(${ids}::uuid[]) and size is not null`;
  return new Map(rows.map(({ id, size }) => [id, size]));
}

export type FileReading = Pick<Files, 'info' | 'read'>;

/** Reads each file once, however many messages have it. Throws problem 404 for one that is gone. */
export function createAttaching(files: FileReading): (content: Content) => Promise<Content> {
  const known = new Map<string, Promise<Omit<Attachment, 'name'>>>();
  const bytesOf = async (id: string): Promise<Omit<Attachment, 'name'>> => {
    const { type } = await files.info(id);
    const pieces: Buffer[] = [];
    for await (const piece of files.read(id)) pieces.push(piece);
    return { type, content: Buffer.concat(pieces).toString('base64') };
  };
  const read = (id: string): Promise<Omit<Attachment, 'name'>> => {
    const reading = known.get(id) ?? bytesOf(id);
    known.set(id, reading);
    return reading;
  };
  return async ({ files: wanted = [], ...content }) => {
    if (wanted.length === 0) return content;
    const attached = await Promise.all(
      wanted.map(async ({ file, name }) => ({ name, ...(await read(file)) })),
    );
    return { ...content, attachments: [...(content.attachments ?? []), ...attached] };
  };
}
