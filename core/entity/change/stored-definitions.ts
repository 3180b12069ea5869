/** What admins made at run time: whole entities, overlays on what plugins declare, and fields that can come back. */
import { definitionChanged } from '../../configuration/index.ts';
import type { Db, Tx } from '../../db/connect.ts';
import type { EntityDefinition, FieldDefinition } from '../definition.ts';
import { wordsOf } from '../local-text.ts';
import { whole } from './waiting.ts';
import { isEmptyOverlay, overlayOf, withOverlay, type EntityOverlay } from '../overlay/overlay.ts';

export interface StoredDefinitions {
  /** The admin's entities, and the plugins' entities as they changed them. */
  definitions: EntityDefinition[];
  /** Entities whose tables are still there. */
  removedEntities: ReadonlyMap<string, EntityDefinition>;
  /** By entity and field. */
  removedFields: ReadonlyMap<string, Readonly<Record<string, FieldDefinition>>>;
}

interface Row {
  id: string;
  kind: 'entity' | 'overlay';
  definition: unknown;
  isRemoved: boolean;
}

export async function readStored(
  sql: Db,
  declared: ReadonlyMap<string, EntityDefinition>,
): Promise<StoredDefinitions> {
  const rows = await sql<Row[]>`
    select id, kind, definition, removed_at is not null as "isRemoved" from core.entity_definition order by created_at`;
  const definitions: EntityDefinition[] = [];
  const removedEntities = new Map<string, EntityDefinition>();
  for (const { id, kind, definition, isRemoved } of rows) {
    const base = declared.get(id);
    // The casts: both were checked when they were stored.
    if (kind === 'overlay') {
      if (base) definitions.push(withOverlay(base, definition as EntityOverlay));
    } else if (isRemoved) removedEntities.set(id, definition as EntityDefinition);
    else definitions.push(definition as EntityDefinition);
  }
  return { definitions, removedEntities, removedFields: await readRemovedFields(sql) };
}

async function readRemovedFields(sql: Db): Promise<Map<string, Record<string, FieldDefinition>>> {
  const rows = await sql<{ entity: string; field: string; definition: FieldDefinition }[]>`
    select entity, field, definition from core.removed_field order by removed_at`;
  const found = new Map<string, Record<string, FieldDefinition>>();
  for (const { entity, field, definition } of rows)
    found.set(entity, { ...found.get(entity), [field]: definition });
  return found;
}

export interface Target {
  entity: string;
  /** Null: the entity is removed. */
  definition: EntityDefinition | null;
  removed: Record<string, FieldDefinition>;
}

interface StoreInput {
  /** What the plugin declares, for its entities. */
  base: EntityDefinition | undefined;
  target: Target;
  actor: string;
  requestId?: string;
}

/** Makes a definition the one that counts: every process reads it with the next version of the schema. */
export async function storeTarget(tx: Tx, { base, target, actor, requestId }: StoreInput): Promise<void> {
  const { entity, definition, removed } = target;
  const before = await auditOf(tx, entity, base);
  if (definition === null)
    await tx`update core.entity_definition set removed_at = now(), updated_at = now() where id = ${entity}`;
  else if (base) await storeOverlay(tx, { entity, overlay: overlayOf(base, whole(definition)), actor });
  else await storeRow(tx, { id: entity, kind: 'entity', definition: whole(definition), actor });
  const kept = Object.keys(removed);
  await tx`delete from core.removed_field where entity = ${entity} and not (field = any(${kept}))`;
  for (const [field, one] of Object.entries(removed))
    await tx`insert into core.removed_field (entity, field, definition, removed_by)
      values (${entity}, ${field}, ${JSON.stringify(one)}::text::json, ${actor}) on conflict do nothing`;
  await tx`update core.schema_version set version = version + 1`;
  const after = await auditOf(tx, entity, base);
  const title = wordsOf(definition?.label?.one) ?? entity;
  const change = { kind: entityKind, id: entity, title, before, after, actor, at: Date.now() };
  await definitionChanged(tx, { ...change, ...(requestId !== undefined && { requestId }) });
}

export const entityKind = 'entity';

/** An entity as the audit compares it: of a plugin's all that runs, so that a first change differs from what it brought. */
async function auditOf(
  sql: Db,
  entity: string,
  base: EntityDefinition | undefined,
): Promise<Record<string, unknown> | null> {
  const [row] = await readContents(sql, entity);
  if (!base) return row?.content ?? null;
  return { definition: withOverlay(base, row?.content['overlay'] ?? {}) };
}

/** What is kept of entities: `{definition}` of an admin's own, `{overlay}` on a plugin's. */
export async function readContents(
  sql: Db,
  entity: string | null = null,
): Promise<{ id: string; content: Record<string, unknown> }[]> {
  const rows = await sql<Row[]>`
    select id, kind, definition, false as "isRemoved" from core.entity_definition
    where removed_at is null and (${entity}::text is null or id = ${entity}) order by created_at`;
  return rows.map(({ id, kind, definition }) => ({
    id,
    content: kind === 'entity' ? { definition } : { overlay: definition },
  }));
}

async function storeOverlay(
  tx: Db,
  { entity, overlay, actor }: { entity: string; overlay: EntityOverlay; actor: string },
): Promise<void> {
  if (isEmptyOverlay(overlay))
    await tx`delete from core.entity_definition where id = ${entity} and kind = 'overlay'`;
  else await storeRow(tx, { id: entity, kind: 'overlay', definition: overlay, actor });
}

interface RowInput {
  id: string;
  kind: Row['kind'];
  definition: unknown;
  actor: string;
}

const storeRow = (tx: Db, { id, kind, definition, actor }: RowInput): Promise<unknown> =>
  tx`insert into core.entity_definition (id, kind, definition, created_by)
    values (${id}, ${kind}, ${JSON.stringify(definition)}::text::json, ${actor})
    on conflict (id) do update set definition = excluded.definition, kind = excluded.kind, removed_at = null, updated_at = now()`;
