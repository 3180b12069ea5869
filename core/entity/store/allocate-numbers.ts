import type { EntityModel } from '../model.ts';
import { quoted } from '../names.ts';
import { sequenceName } from '../schema/desired.ts';
import type { WriteContext } from './context.ts';
import type { Prepared } from './prepare-values.ts';

/** Numbers of new records, from the field's sequence: a change that is rolled back leaves a gap, and nobody waits. */
export async function allocateNumbers(
  { tx }: WriteContext,
  model: EntityModel,
  rows: readonly { prepared: Prepared }[],
): Promise<void> {
  for (const [index, { id, definition }] of model.stored.entries()) {
    if (definition.type !== 'autoNumber') continue;
    const sequence = `data.${quoted(sequenceName(model.id, id))}`;
    const numbers = await tx<{ number: number }[]>`
      select nextval(${sequence}::text::regclass) as number from generate_series(1, ${rows.length})`;
    rows.forEach((row, place) => {
      const digits = String(numbers[place]!.number).padStart(definition.digits ?? 1, '0');
      row.prepared.values[index] = `${definition.prefix ?? ''}${digits}`;
    });
  }
}
