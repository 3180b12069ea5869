import type { StoredField } from '../model.ts';

interface FileColumns {
  columns: string[];
  joins: string[];
  /** Entity id. */
  entity: string;
}

type Read = (row: readonly unknown[], from: number) => unknown;

/** The file of a record with its name, and where it is downloaded. */
export function addFile({ columns, joins, entity }: FileColumns, field: StoredField): Read {
  const alias = `f${joins.length}`;
  const column = `t.${field.columns[0]!.name}`;
  joins.push(`left join core.file ${alias} on ${alias}.id = ${column}`);
  columns.push(column, `${alias}.name`, `${alias}.type`, `${alias}.size`, 't.id');
  return (row, from) => {
    const [id, name, type, size, record] = row.slice(from, from + 5);
    if (id === null) return null;
    const href = `/api/records/${encodeURIComponent(entity)}/${String(record)}/files/${field.id}`;
    return { id, name: name ?? null, type: type ?? null, size: size === null ? null : Number(size), href };
  };
}
