import { z } from 'zod';
import { definitionChanged, type ConfigurationPart, type Reference } from '../../configuration/index.ts';
import type { Sql, Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import type { Registry } from '../../registry.ts';
import { entitiesOf, type ReportDefinition, type SavedReport } from '../definition.ts';

/** What a pack holds of a report; whose it is there becomes who imports it. */
type Content = Pick<SavedReport, 'name' | 'description' | 'sharing' | 'roles' | 'definition'>;

interface ReportPartInput {
  sql: Sql;
  registry: Pick<Registry, 'hasEntity' | 'plugins'>;
  /** Ids of the reports that dashboards show. */
  shown(): Promise<readonly string[]>;
  /** Throws a problem for what is no report: a pack may have been written by hand. */
  check(definition: unknown): ReportDefinition;
}

const shape = z.looseObject({
  name: z.string(),
  description: z.string().optional(),
  sharing: z.string(),
  roles: z.array(z.string()).optional(),
  definition: z.looseObject({ entity: z.string() }),
});

/**
 * Reports as configuration: those that people share and those that a dashboard shows, which is nothing without them.
 * Those of one person alone stay theirs.
 */
export const reportPart = ({ sql, registry, shown, check }: ReportPartInput): ConfigurationPart => ({
  kind: 'report',
  // After the fields and roles that it names, before the dashboards that show it.
  order: 67,
  shape,
  items: async () =>
    (await reportsIn(sql, await shown())).map(({ id, content }) => ({ id, title: content.name, content })),
  has: async (id) =>
    registry.plugins.some(({ reports }) => reports.some((report) => report.id === id)) ||
    (await reportsIn(sql, [id])).some((report) => report.id === id),
  refers: (content) => referencesOf(content as Content), // what `items` made
  apply: async (changes, { actor, at, requestId }) => {
    const by = actor.userId ?? actor.id;
    await sql.begin(async (tx) => {
      const here = new Map(
        (
          await reportsIn(
            tx,
            changes.map(({ id }) => id),
          )
        ).map(({ id, content }) => [id, content]),
      );
      for (const { id, content } of changes) {
        const before = here.get(id) ?? null;
        const after = content === null ? null : checked(content as Content, { registry, check }); // as above
        if (after) await write(tx, { id, after, owner: actor.userId, isNew: !before });
        else await tx`delete from core.report where id = ${id}`;
        if (!before && !after) continue;
        const title = (after ?? before)?.name ?? id;
        await definitionChanged(tx, { kind: 'report', id, title, before, after, actor: by, at, requestId });
      }
    });
  },
});

function checked(
  content: Content,
  { registry, check }: Pick<ReportPartInput, 'registry' | 'check'>,
): Content {
  const definition = check(content.definition);
  const unknown = entitiesOf(definition).find((entity) => !registry.hasEntity(entity));
  if (unknown !== undefined)
    throw new Problem({ status: 404, code: 'entity-unknown', params: { entity: unknown } });
  // A pack that was written by hand may say less.
  return { ...content, description: content.description ?? '', roles: content.roles ?? [], definition };
}

/** What is shared, and whatever else is named. */
async function reportsIn(
  sql: Sql | Tx,
  named: readonly string[],
): Promise<{ id: string; content: Content }[]> {
  return sql<{ id: string; content: Content }[]>`
    select id, json_build_object('name', name, 'description', description, 'sharing', sharing, 'roles', roles,
      'definition', definition) as content
    from core.report where sharing <> 'private' or id::text = any(${[...named]}) order by id`;
}

interface Written {
  id: string;
  after: Content;
  owner: string | null;
  isNew: boolean;
}

async function write(tx: Tx, { id, after, owner, isNew }: Written): Promise<void> {
  if (isNew && !owner) throw new Problem({ status: 409, code: 'not-a-person' });
  const { name, description, sharing, roles, definition } = after;
  await tx`
    insert into core.report (id, entity, name, description, owner_id, sharing, roles, definition)
    values (${id}, ${definition.entity}, ${name}, ${description},
      coalesce(${owner}::uuid, (select owner_id from core.report where id = ${id})), ${sharing}, ${roles},
      ${JSON.stringify(definition)}::text::json)
    on conflict (id) do update set entity = excluded.entity, name = excluded.name,
      description = excluded.description, sharing = excluded.sharing, roles = excluded.roles,
      definition = excluded.definition, version = core.report.version + 1, updated_at = now()`;
}

/** A pack that was written by hand may lack them; `apply` says so. */
const referencesOf = ({ definition, roles }: Partial<Content>): Reference[] => [
  ...(definition?.entity ? entitiesOf(definition) : []).map((id) => ({ kind: 'entity', id })),
  ...(roles ?? []).map((id) => ({ kind: 'role', id })),
];
