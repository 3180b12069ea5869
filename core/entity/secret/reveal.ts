import { createBindings, run } from '../../db/bindings.ts';
import { Problem } from '../../errors.ts';
import { readRecords } from '../query/read-records.ts';
import type { RevealInput } from '../record-store.ts';
import { eventOf } from '../store/events-of.ts';
import { noSuchRecord } from '../store/problems.ts';
import type { WriteContext } from '../store/context.ts';
import { open } from './secret-box.ts';

/** The value of a secret field for who may see it; that they did is written down. */
export async function revealSecret(
  context: WriteContext,
  { entity, id, field }: RevealInput,
): Promise<string | null> {
  const model = context.models.get(entity);
  const stored = model.stored[model.indexOf.get(field) ?? -1];
  if (stored?.definition.type !== 'secret')
    throw new Problem({
      status: 404,
      code: 'field-not-there',
      params: { field: field.slice(0, 80), entity },
    });
  const { actor, tx } = context;
  const [record] = await readRecords(context, { actor, entity, ids: [id], fields: [field] }, tx);
  if (!record) throw noSuchRecord(entity, id);
  // Empty, or not for this actor's eyes on this record.
  if (record[field] === null) return null;
  const bindings = createBindings();
  const [row] = await run<{ sealed: string }>(
    tx,
    `select t.${stored.columns[0]!.name} as sealed from ${model.table} t where t.id = ${bindings.bind(id, 'uuid')}`,
    bindings.values,
  );
  const value = row && open(row.sealed);
  if (value === undefined) throw new Problem({ status: 409, code: 'secret-lost', params: { field } });
  const event = eventOf(context, { kind: 'updated', model, id, changes: { [field]: {} } });
  context.events.push({ ...event, type: `${entity}.revealed` });
  return value;
}
