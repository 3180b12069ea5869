/** A filtered list as CSV, page by page, through the actor's own eyes. */
import type { Access, Actor } from '../../access/index.ts';
import type { Registry } from '../../registry.ts';
import type { FieldDefinition } from '../definition.ts';
import type { Filter, RecordStore } from '../record-store.ts';
import { byteOrderMark, csvLine } from './csv-cell.ts';
import { exportColumn, type ExportColumn } from './export-column.ts';

export interface ExportInput {
  actor: Actor;
  entity: string;
  filter?: Filter;
  sort?: readonly string[];
  search?: string;
  /** All that the actor may read when absent. */
  fields?: readonly string[];
  /** Spreadsheets take the file for UTF-8 only with a mark at its beginning. */
  hasMark?: boolean;
}

export interface ExportServices {
  registry: Registry;
  access: Access;
  records: Pick<RecordStore, 'list'>;
}

const page = 200;

/** Problems of the query come with the first piece, before anything is sent. */
export async function* exportCsv(services: ExportServices, input: ExportInput): AsyncGenerator<Buffer> {
  const { actor, entity, filter, sort, search } = input;
  const columns = columnsOf(services, input);
  const fields = [...new Set(columns.map((column) => column.field))];
  const query = {
    actor,
    entity,
    fields,
    limit: page,
    ...(filter && { filter }),
    ...(sort && { sort }),
    ...(search && { search }),
  };
  let text = (input.hasMark ? byteOrderMark : '') + csvLine(columns.map((column) => column.label));
  for (let cursor: string | undefined; ;) {
    const { items, next } = await services.records.list({ ...query, ...(cursor && { cursor }) });
    for (const item of items) text += csvLine(columns.map((column) => column.text(item)));
    yield Buffer.from(text);
    if (next === null) return;
    cursor = next;
    text = '';
  }
}

function columnsOf({ registry, access }: ExportServices, input: ExportInput): ExportColumn[] {
  const { actor, entity } = input;
  const definition = registry.entity(entity);
  const levels = access.fieldAccess(actor, entity);
  const known: Record<string, FieldDefinition> = {
    ...definition.fields,
    ...(definition.owner && { owner: { type: 'user' } }),
    createdAt: { type: 'dateTime' },
    updatedAt: { type: 'dateTime' },
    id: { type: 'text' },
  };
  // A field that is unknown or hidden is left to the query to refuse.
  const ids = input.fields ?? Object.keys(definition.fields).concat(definition.owner ? 'owner' : []);
  const shown = input.fields ? ids : ids.filter((id) => levels[id] !== 'hidden');
  return shown.flatMap((id) =>
    exportColumn({
      registry,
      locale: actor.locale,
      entity: definition,
      id,
      field: known[id] ?? { type: 'text' },
    }),
  );
}
