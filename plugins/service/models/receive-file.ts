import { idOf, Problem, written, type PluginServices, type RecordData } from '../../../core/index.ts';

const megabytes = 10;

/** By content: pictures, documents, text, and what is packed as a zip, as office documents are. */
const harmless = [
  ...['image/png', 'image/jpeg', 'image/gif', 'image/webp'],
  ...['application/pdf', 'application/zip', 'text/plain'],
];
/** By name: what a double click would run, whatever the content looks like. */
const runs =
  /\.(exe|com|scr|msi|bat|cmd|ps1|vbs|js|mjs|jse|wsf|hta|html?|xhtml|svg|jar|apk|app|dmg|sh|lnk|url|reg|docm|xlsm|pptm)$/i;

interface Received {
  request: Request;
  name: string;
  /** Puts the file into the conversation, by its name. */
  say(text: string): Promise<RecordData>;
}

/** A file of a visitor hangs on a message of its own. Problems `file-large` (413) and `service-file-kind` (422). */
export async function receiveFile(
  services: PluginServices,
  { request, name: given, say }: Received,
): Promise<void> {
  const name =
    given
      .replaceAll(/[\p{C}/\\]/gu, '_')
      .trim()
      .slice(0, 200) || 'file';
  const refused = new Problem({ status: 422, code: 'service-file-kind', params: { name } });
  if (runs.test(name)) throw refused;
  if (!request.body) throw new Problem({ status: 422, code: 'upload-empty' });
  const { id, type } = await services.files.write({
    ...{ name, createdBy: 'visitor', limit: megabytes * 1_048_576 },
    bytes: request.body,
  });
  try {
    if (!harmless.includes(type)) throw refused;
    const message = await say(name);
    const values = { ticket: idOf(message['ticket']), message: message.id, name, file: id };
    written(await services.records(services.self).create('ticket-file', [values]));
  } catch (error) {
    await services.files.remove(id);
    throw error;
  }
}
