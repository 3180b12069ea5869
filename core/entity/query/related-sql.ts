import type { StoredField } from '../model.ts';
import type { Bindings } from '../../db/bindings.ts';
import { readableSql, type Asking } from './guard.ts';

interface RelatedInput {
  asking: Asking;
  bindings: Bindings;
  columns: string[];
}

/**
 * The records of a list that the actor may see, by their titles: a subselect over the primary key of each, so that a
 * page is one query.
 */
export function addRelated({ asking, bindings, columns }: RelatedInput, field: StoredField) {
  const { models, access } = asking.context;
  const target = models.get(field.definition.entity!);
  const title = target.stored[target.indexOf.get(target.definition.title) ?? -1];
  const isNamed = title !== undefined && access.alwaysSees(asking.actor, target.id, title.id);
  const name = isNamed ? `coalesce(r.${title.columns[0]!.name}::text, '')` : 'null::text';
  const readable = readableSql(asking, target.id, { alias: 'r', bindings });
  columns.push(`(select json_agg(json_build_object('id', r.id, 'title', ${name}) order by ${name}, r.id)
    from ${target.table} r where r.id = any(t.${field.columns[0]!.name}) and r.deleted_at is null and ${readable})`);
  return (row: readonly unknown[], from: number): unknown => row[from] ?? null;
}
