import { z } from 'zod';
import type { ConfigurationPart, Reference } from '../../configuration/index.ts';
import type { Sql } from '../../db/connect.ts';
import type { Registry } from '../../registry.ts';
import type { EntityDefinition, FieldDefinition } from '../definition.ts';
import { wordsOf } from '../local-text.ts';
import type { EntityCatalogue } from '../models.ts';
import { withOverlay, type EntityOverlay } from '../overlay/overlay.ts';
import type { Definitions } from '../schema/definitions.ts';
import { entityKind, readContents, type Target } from './stored-definitions.ts';

/** What a pack holds of an entity: an admin's own as a whole, or what lies over a plugin's. */
interface Content {
  definition?: EntityDefinition;
  overlay?: EntityOverlay;
  /** Its own fields as the admin put them: the files of a pack sort members by name. */
  order?: string[];
}

const fields = z.record(z.string(), z.looseObject({ type: z.string().optional() }));
const shape = z.looseObject({
  definition: z.looseObject({ title: z.string(), fields }).optional(),
  overlay: z.looseObject({ fields: fields.optional() }).optional(),
  order: z.array(z.string()).optional(),
});

interface EntityParts {
  sql: Sql;
  registry: EntityCatalogue & Pick<Registry, 'find'>;
  definitions: Pick<Definitions, 'origin' | 'replace' | 'refresh'>;
}

/** Entities and fields as configuration: those that admins made, and the overlays on those of plugins. */
export function entityPart({ sql, registry, definitions }: EntityParts): ConfigurationPart {
  return {
    kind: entityKind,
    // Everything else may refer to entities.
    order: 10,
    shape,
    items: async () =>
      (await readContents(sql)).map(({ id, content }) => ({
        id,
        title: titleOf(registry, id),
        content: withOrder(content),
      })),
    has: (id) => Promise.resolve(registry.hasEntity(id)),
    // The cast: what `items` made.
    refers: (content) => referencesOf(content as Content),
    apply: (changes, { actor, requestId }) =>
      definitions.replace(
        // The cast: a pack's content of this kind; what is wrong in it is refused with the whole definition.
        changes.map(({ id, content }) => targetOf(registry, definitions, id, content as Content | null)),
        { actor: actor.userId ?? actor.id, requestId },
      ),
    reload: definitions.refresh,
  };
}

function titleOf(registry: EntityParts['registry'], id: string): string {
  if (!registry.hasEntity(id)) return id;
  const { label, plugin } = registry.entity(id);
  return label?.one.en ?? registry.find('en', `${plugin}.entity.${id}.one`) ?? wordsOf(label?.one) ?? id;
}

/** Fields that are there and would not be any more can come back. */
function targetOf(
  registry: EntityCatalogue,
  definitions: EntityParts['definitions'],
  entity: string,
  content: Content | null,
): Target {
  const { base, removed } = definitions.origin(entity);
  const definition = definitionOf(base, entity, content);
  const now = registry.hasEntity(entity) ? registry.entity(entity).fields : {};
  const kept: Record<string, FieldDefinition> = { ...removed, ...now };
  for (const id of Object.keys({ ...base?.fields, ...definition?.fields })) delete kept[id];
  return { entity, definition, removed: definition ? kept : { ...removed } };
}

function definitionOf(
  base: EntityDefinition | undefined,
  id: string,
  content: Content | null,
): EntityDefinition | null {
  const { definition, overlay = {}, order } = content ?? {};
  if (base)
    return withOverlay(base, {
      ...overlay,
      ...(overlay.fields && { fields: ordered(overlay.fields, order) }),
    });
  return definition
    ? { ...definition, fields: ordered(definition.fields, order), id, plugin: 'admin' }
    : null;
}

function withOrder(content: Content): Content {
  const fields = Object.keys(content.definition?.fields ?? content.overlay?.fields ?? {});
  return fields.length > 1 ? { ...content, order: fields } : content;
}

/** Fields that a pack made before, or somebody by hand, does not order come last. */
function ordered<T>(fields: Record<string, T>, order: readonly string[] = []): Record<string, T> {
  const known = order.filter((id) => id in fields);
  return Object.fromEntries([...new Set([...known, ...Object.keys(fields)])].map((id) => [id, fields[id]!]));
}

function referencesOf({ definition, overlay }: Content): Reference[] {
  const fields = Object.values({ ...definition?.fields, ...overlay?.fields });
  const ids = fields
    .flatMap(({ entity, rollup }) => [entity, rollup?.entity])
    .filter((id) => id !== undefined);
  return [...new Set(ids)].filter((id) => id !== definition?.id).map((id) => ({ kind: entityKind, id }));
}
