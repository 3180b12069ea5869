/** Files of a conversation by signed links that are good for an hour: a browser opens them without a pass. */
import { fileResponse, readOne, type PluginServices, type RecordData } from '../../../../core/index.ts';

const fileKind = 'service.portal-file';
const validMs = 3_600_000;

/** `size` in bytes. */
export function fileLink(
  services: PluginServices,
  record: RecordData,
): { name: string; size: number; href: string } {
  // The cast: what a file field holds.
  const { size } = record['file'] as { size: number };
  const token = services.links.sign(fileKind, { file: record.id }, validMs);
  return {
    name: String(record['name']),
    size,
    href: `${services.url}/api/plugins/service/portal-files/${token}`,
  };
}

/** Problems of links, and 404 when it is gone. */
export async function openFile(services: PluginServices, token: string): Promise<Response> {
  const { file: id = '' } = services.links.open(fileKind, token);
  const record = await readOne(services.records(services.self), 'ticket-file', id);
  // The cast: as above.
  const kept = record['file'] as { id: string; type: string };
  return fileResponse(services.files.read(kept.id), { name: String(record['name']), type: kept.type });
}
