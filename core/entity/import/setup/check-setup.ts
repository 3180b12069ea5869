import { invalid, Problem, type FieldError } from '../../../errors.ts';
import type { ImportRow } from '../import-row.ts';
import { targetField, type ImportTarget } from '../target.ts';

type Setup = Pick<ImportRow, 'mapping' | 'options' | 'source'>;

/** What cannot be meant. Problem `validation` (422), or `import-field-unknown`. */
export function checkMapping(setup: Setup, target: ImportTarget): void {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  for (const [index, { column, field }] of setup.mapping.entries()) {
    const pointer = `/mapping/${index}`;
    if (!setup.source.columns[column])
      errors.push({ pointer, code: 'import-column-unknown', params: { column } });
    if (field === null) continue;
    targetField(target, field);
    if (seen.has(field)) errors.push({ pointer, code: 'import-field-twice', params: { field } });
    seen.add(field);
  }
  for (const field of Object.keys(setup.options.defaults)) targetField(target, field);
  if (setup.options.duplicates !== 'create' && target.id !== 'user')
    for (const key of setup.options.keys.filter((each) => !seen.has(each)))
      errors.push({ pointer: '/options/keys', code: 'import-key-unmapped', params: { field: key } });
  if (errors.length > 0) throw invalid(errors);
}

/** Required fields that no column and no default fills. */
export function missingFields({ mapping, options }: Setup, target: ImportTarget): string[] {
  const filled = new Set([...mapping.map((each) => each.field), ...Object.keys(options.defaults)]);
  return target.fields
    .filter(
      ({ id, definition }) => definition.required && definition.default === undefined && !filled.has(id),
    )
    .map(({ id }) => id);
}

/** Columns of dates that read two ways, for which nobody has said yet which is meant. */
export function openDateColumns({ mapping, source }: Setup, target: ImportTarget): number[] {
  return mapping
    .filter(({ field, dateOrder }) => {
      const type = field === null ? null : targetField(target, field).definition.type;
      return (type === 'date' || type === 'dateTime') && dateOrder === undefined;
    })
    .filter(({ column }) => source.columns[column]!.dateOrders.length > 1)
    .map(({ column }) => column);
}

/** What stops a run before its first row. */
export function checkReady(setup: Setup, target: ImportTarget): void {
  checkMapping(setup, target);
  if (setup.mapping.every(({ field }) => field === null))
    throw new Problem({ status: 422, code: 'import-nothing-mapped' });
  const missing = setup.options.duplicates === 'update' ? [] : missingFields(setup, target);
  if (missing.length > 0)
    throw new Problem({ status: 422, code: 'import-required', params: { fields: missing.join(', ') } });
  const [open] = openDateColumns(setup, target);
  if (open !== undefined)
    throw new Problem({
      status: 422,
      code: 'import-date-order',
      params: { column: setup.source.columns[open]!.name },
    });
  if (setup.options.duplicates !== 'create' && setup.options.keys.length === 0 && target.id !== 'user')
    throw new Problem({ status: 422, code: 'import-keys-missing' });
}
