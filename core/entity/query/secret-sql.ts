import type { StoredField } from '../model.ts';

/** That a secret is there, and where who may see it asks for its value; the value itself is not even read. */
export function addSecret(
  { columns, entity }: { columns: string[]; entity: string },
  field: StoredField,
): (row: readonly unknown[], from: number) => unknown {
  columns.push(`t.${field.columns[0]!.name} is not null`, 't.id');
  return (row, from) => {
    if (row[from] !== true) return null;
    const record = encodeURIComponent(String(row[from + 1]));
    return {
      isSet: true,
      field: field.id,
      reveal: `/api/records/${encodeURIComponent(entity)}/${record}/reveal`,
    };
  };
}
