import {
  invalid,
  written,
  type Actor,
  type NewMessage,
  type PluginServices,
  type RecordService,
} from '../../../core/index.ts';

/** Of one message. */
export const mostFiles = 10;
/** What most mail servers take, once it is written in letters. */
const largestMegabytes = 18;

interface Attached {
  actor: Actor;
  ticket: string;
  message: string;
  files: readonly string[];
}

/**
 * Hangs what the writer uploaded on the message, and answers it as a mail carries it. Problems `file-missing` for what
 * somebody else uploaded, and `service-files-large` for more than a mail takes.
 */
export async function attachFiles(
  services: PluginServices,
  records: RecordService,
  { actor, ticket, message, files }: Attached,
): Promise<NonNullable<NewMessage['attachments']>> {
  const infos = await Promise.all([...new Set(files)].map((id) => services.files.info(id)));
  if (infos.some(({ createdBy }) => createdBy !== actor.id))
    throw invalid([{ pointer: '/files', code: 'file-missing', params: { field: 'file' } }]);
  const size = infos.reduce((sum, info) => sum + info.size, 0);
  if (size > largestMegabytes * 1_048_576)
    throw invalid([
      { pointer: '/files', code: 'service-files-large', params: { megabytes: largestMegabytes } },
    ]);
  const attachments = [];
  for (const { id, name, type } of infos) {
    written(await records.create('ticket-file', [{ ticket, message, name: name.slice(0, 200), file: id }]));
    attachments.push({ name, type, content: await contentOf(services, id) });
  }
  return attachments;
}

async function contentOf(services: PluginServices, id: string): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of services.files.read(id)) pieces.push(piece);
  return Buffer.concat(pieces).toString('base64');
}
