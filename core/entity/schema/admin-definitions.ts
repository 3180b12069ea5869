/** What admins made at run time: whole entities, and fields on top of what plugins declare. */
import type { Db } from '../../db/connect.ts';
import type { EntityDefinition, FieldDefinition } from '../definition.ts';

type Fields = Record<string, FieldDefinition>;
interface Row {
  id: string;
  kind: 'entity' | 'fields';
  definition: unknown;
}

/** The admin's entities, and the plugins' entities that got fields: what `replaceAdminEntities` takes. */
export async function readAdminDefinitions(
  sql: Db,
  declared: readonly EntityDefinition[],
): Promise<EntityDefinition[]> {
  const rows = await sql<Row[]>`select id, kind, definition from core.entity_definition order by created_at`;
  return rows.flatMap(({ id, kind, definition }) => {
    // Both were checked when they were stored.
    if (kind === 'entity') return [definition as EntityDefinition];
    const base = declared.find((entity) => entity.id === id && entity.plugin !== 'admin');
    return base ? [withFields(base, definition as Fields)] : [];
  });
}

/** Fields of the plugin win: an upgrade may bring one that an admin had made under the same name. */
export const withFields = (base: EntityDefinition, fields: Fields): EntityDefinition => ({
  ...base,
  fields: { ...fields, ...base.fields },
});

export async function storeEntity(sql: Db, definition: EntityDefinition, actor: string): Promise<void> {
  await sql`insert into core.entity_definition (id, kind, definition, created_by)
    values (${definition.id}, 'entity', ${JSON.stringify(definition)}::text::json, ${actor})
    on conflict (id) do update set definition = excluded.definition, updated_at = now()`;
}

/** Adds to the fields that admins made on this entity, the plugin's or their own. */
export async function storeFields(
  sql: Db,
  { entity, fields, actor }: { entity: EntityDefinition; fields: Fields; actor: string },
): Promise<void> {
  if (entity.plugin === 'admin')
    return storeEntity(sql, { ...entity, fields: { ...entity.fields, ...fields } }, actor);
  const [row] = await sql<{ definition: Fields }[]>`
    select definition from core.entity_definition where id = ${entity.id} and kind = 'fields'`;
  const all = JSON.stringify({ ...row?.definition, ...fields });
  await sql`insert into core.entity_definition (id, kind, definition, created_by)
    values (${entity.id}, 'fields', ${all}::text::json, ${actor})
    on conflict (id) do update set definition = excluded.definition, updated_at = now()`;
}
