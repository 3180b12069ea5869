import { z } from 'zod';
import { definitionChanged, type ConfigurationPart, type Reference } from '../../configuration/index.ts';
import type { Sql, Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import type { Registry } from '../../registry.ts';
import { checkView } from './check-view.ts';
import type { SavedView } from './saved-view.ts';

/** What a pack holds of a view; whose it is there becomes who imports it. */
type Content = Pick<SavedView, 'entity' | 'kind' | 'name' | 'sharing' | 'roles' | 'definition'>;

const names = z.array(z.string());
const shape = z.looseObject({
  entity: z.string(),
  kind: z.string(),
  name: z.string(),
  sharing: z.enum(['roles', 'everybody']),
  roles: names,
  definition: z.looseObject({
    columns: names.optional(),
    sort: names.optional(),
    conditions: z.array(z.looseObject({ field: z.string(), operator: z.string() })).optional(),
  }),
});

interface Change {
  id: string;
  before: Content | null;
  after: Content | null;
  owner: string | null;
}

interface ViewPartInput {
  sql: Sql;
  registry: Pick<Registry, 'entity' | 'hasEntity'>;
}

/** Views that people share as configuration; those of one person alone stay theirs. */
export const viewPart = ({ sql, registry }: ViewPartInput): ConfigurationPart => ({
  kind: 'view',
  // After the fields and roles that it names.
  order: 69,
  shape,
  items: async () => (await shared(sql)).map(({ id, content }) => ({ id, title: content.name, content })),
  has: async (id) => (await shared(sql)).some((view) => view.id === id),
  refers: (content) => referencesOf(content as Content), // what `items` made
  apply: async (changes, { actor, at, requestId }) => {
    const by = actor.userId ?? actor.id;
    await sql.begin(async (tx) => {
      const here = new Map((await shared(tx)).map(({ id, content }) => [id, content]));
      for (const { id, content } of changes) {
        const before = here.get(id) ?? null;
        const after = content as Content | null; // as above
        if (after && !registry.hasEntity(after.entity))
          throw new Problem({ status: 404, code: 'entity-unknown', params: { entity: after.entity } });
        if (after) checkView(after.definition, registry.entity(after.entity));
        if (!before && !after) continue;
        await write(tx, { id, before, after, owner: actor.userId });
        const title = (after ?? before)?.name ?? id;
        await definitionChanged(tx, { kind: 'view', id, title, before, after, actor: by, at, requestId });
      }
    });
  },
});

async function shared(sql: Sql | Tx): Promise<{ id: string; content: Content }[]> {
  return sql<{ id: string; content: Content }[]>`
    select id, json_build_object('entity', entity, 'kind', kind, 'name', name, 'sharing', sharing, 'roles', roles,
      'definition', definition) as content
    from core.saved_view where sharing <> 'private' order by id`;
}

async function write(tx: Tx, { id, before, after, owner }: Change): Promise<void> {
  if (!after) {
    await tx`delete from core.saved_view where id = ${id}`;
    return;
  }
  const definition = JSON.stringify(after.definition);
  if (!before && !owner) throw new Problem({ status: 409, code: 'not-a-person' });
  await tx`
    insert into core.saved_view (id, entity, kind, name, owner_id, sharing, roles, definition)
    values (${id}, ${after.entity}, ${after.kind}, ${after.name},
      coalesce(${owner}::uuid, (select owner_id from core.saved_view where id = ${id})), ${after.sharing}, ${after.roles}, ${definition}::text::json)
    on conflict (id) do update set entity = excluded.entity, kind = excluded.kind, name = excluded.name,
      sharing = excluded.sharing, roles = excluded.roles, definition = excluded.definition,
      version = core.saved_view.version + 1, updated_at = now()`;
}

const referencesOf = ({ entity, roles }: Content): Reference[] => [
  { kind: 'entity', id: entity },
  ...roles.map((id) => ({ kind: 'role', id })),
];
