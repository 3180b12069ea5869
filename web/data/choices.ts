import { isRelation } from './is-relation.ts';
import { entityOf, type Meta, type MetaField } from './meta.ts';
import { listRecords, type RecordItem } from './records.ts';
import { referenceName } from './reference-name.ts';
import { findUsers } from './users.ts';
import { isReference } from './values.ts';

export interface Choice {
  id: string;
  title: string;
  hint?: string;
  tone?: string;
  isPerson?: boolean;
}

/** Where a picker finds what a field may refer to. */
export function choicesOf(
  meta: Meta,
  field: Pick<MetaField, 'type' | 'entity' | 'options'>,
): (search: string) => Promise<Choice[]> {
  if (field.type === 'user') return findPeople;
  if (isRelation(field) && field.entity) return findRecords(meta, field.entity);
  return (search) => Promise.resolve(optionChoices(field, search));
}

export async function findPeople(search: string): Promise<Choice[]> {
  const users = await findUsers(search);
  return users
    .filter((user) => user.isActive !== false)
    .map((user) => ({
      id: user.id,
      title: user.name,
      ...(user.team && { hint: referenceName(user.team) }),
      isPerson: true,
    }));
}

export function findRecords(meta: Meta, entityId: string): (search: string) => Promise<Choice[]> {
  const entity = entityOf(meta, entityId);
  return async (search) => {
    const page = await listRecords(entityId, {
      search,
      limit: 20,
      ...(search || !entity ? {} : { sort: [entity.title] }),
    });
    return page.items.map((record) => ({
      id: record.id,
      title: entity ? titleOf(entity.title, record) : record.id,
    }));
  };
}

/** What a record is called: its title field, which may be a reference or a number. */
export function titleOf(titleField: string, record: RecordItem): string {
  const value = record[titleField];
  if (isReference(value)) return referenceName(value);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : record.id;
}

function optionChoices(field: Pick<MetaField, 'options'>, search: string): Choice[] {
  const wanted = search.toLowerCase();
  return (field.options ?? [])
    .filter((option) => option.label.toLowerCase().includes(wanted))
    .map((option) => ({ id: option.value, title: option.label, tone: option.color ?? 'neutral' }));
}
