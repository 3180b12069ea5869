import type { EntityModel } from '../model.ts';
import { quoted } from '../names.ts';
import { sequenceName } from '../schema/desired.ts';
import type { WriteContext } from './context.ts';
import type { Prepared } from './prepare-values.ts';

/** Numbers of new records, from the field's sequence: a change that is rolled back leaves a gap, and nobody waits. */
export async function allocateNumbers(
  { tx, cause }: WriteContext,
  model: EntityModel,
  rows: readonly { prepared: Prepared }[],
): Promise<void> {
  for (const [index, { id, definition }] of model.stored.entries()) {
    if (definition.type !== 'autoNumber') continue;
    const sequence = `data.${quoted(sequenceName(model.id, id))}`;
    const numbers =
      cause.trial === undefined
        ? await tx<{ number: number }[]>`
            select nextval(${sequence}::text::regclass) as number from generate_series(1, ${rows.length})`
        : await numbersToCome(tx, sequence, rows.length);
    rows.forEach((row, place) => {
      const digits = String(numbers[place]!.number).padStart(definition.digits ?? 1, '0');
      row.prepared.values[index] = `${definition.prefix ?? ''}${digits}`;
    });
  }
}

const used = 'relata.trial_numbers';

/** What a sequence has given out, no rollback takes back: a trial counts on from its last, in its own transaction. */
const numbersToCome = (tx: WriteContext['tx'], sequence: string, count: number) => tx<{ number: number }[]>`
  with counted as materialized (
    select set_config(${used}, (coalesce(nullif(current_setting(${used}, true), ''), '0')::int + ${count})::text, true)::int
      as used)
  select (coalesce(pg_sequence_last_value(${sequence}::text::regclass), 0) + used - ${count} + n)::int as number
  from counted, generate_series(1, ${count}::int) as n`;
