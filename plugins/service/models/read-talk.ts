import { idOf, readOne, type Actor, type PluginServices, type RecordData } from '../../../core/index.ts';
import { whoWrites, type Writing } from './keep-draft.ts';

export interface Talk extends Writing {
  messages: (Record<string, unknown> & {
    files: { id: string; name: string; size: number; href: string }[];
  })[];
  canned: { id: string; name: string; text: string }[];
}

const shown = ['id', 'kind', 'text', 'html', 'from', 'to', 'author', 'at', 'sender', 'isAutomatic'];
const mostMessages = 500;

/** Everything that was said about a request, and what one needs to say more. */
export async function readTalk(services: PluginServices, actor: Actor, id: string): Promise<Talk> {
  const records = services.records(actor);
  const ticket = await readOne(records, 'ticket', id);
  const options = { sort: ['at'], limit: mostMessages };
  const [messages, files, canned, writing] = await Promise.all([
    records.find('ticket-message', { ticket: { eq: id } }, options),
    records.find('ticket-file', { ticket: { eq: id } }, { limit: mostMessages }),
    records.find('canned-reply', forQueue(idOf(ticket['queue'])), { sort: ['name'], limit: 100 }),
    whoWrites(services, { actor, id }),
  ]);
  const filled = (text: string): string => fill(text, ticket);
  return {
    ...writing,
    messages: messages.map((message) => ({
      ...Object.fromEntries(shown.map((field) => [field, message[field] ?? null])),
      files: files.filter((file) => idOf(file['message']) === message.id).flatMap(fileOf),
    })),
    canned: canned.map(({ id: own, name, text }) => ({
      id: own,
      name: String(name),
      text: filled(String(text)),
    })),
  };
}

function fileOf({ file, name }: RecordData): { id: string; name: string; size: number; href: string }[] {
  // The cast: what a file field holds, or nothing where it may not be seen.
  const value = file as { id: string; size: number; href: string } | null | undefined;
  return value ? [{ id: value.id, name: String(name), size: value.size, href: value.href }] : [];
}

/** Those of the request's queue, and those of none. */
const forQueue = (queue: string | null): Record<string, unknown> => ({
  or: [{ queue: { eq: null } }, ...(queue === null ? [] : [{ queue: { eq: queue } }])],
});

const fill = (text: string, ticket: RecordData): string =>
  text.replaceAll(/\{\{\s*(name|number|subject)\s*\}\}/g, (_, field: string) =>
    String(ticket[field === 'name' ? 'requesterName' : field] ?? ''),
  );
