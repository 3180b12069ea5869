/** What a person holds, counted, before anybody decides who gets it. */
import type { Shapes } from '../../access/index.ts';
import type { Sql } from '../../db/connect.ts';
import { run } from '../../db/bindings.ts';
import type { EntityDefinition } from '../../entity/index.ts';
import type { Registry } from '../../registry.ts';

export interface Holdings {
  entities: { entity: string; count: number }[];
  workItems: number;
  teams: { id: string; name: string }[];
}

export interface HoldingParts {
  sql: Sql;
  registry: Registry;
  shapes: Shapes;
  workItems: HeldWorkItems;
}

/** The open work items of people: given by the part that owns them. */
export interface HeldWorkItems {
  count(user: string): Promise<number>;
  /** Gives up to `limit` of them to somebody else; answers which. */
  move(input: { from: string; to: string; limit: number }): Promise<string[]>;
  /** Gives these back where the other still holds them. */
  giveBack(input: { ids: readonly string[]; from: string; to: string }): Promise<number>;
}

/** What there is once per owner is about them, as a target is: it stays, and whoever comes next has one of their own. */
const isAboutOwner = ({ uniques = {} }: Pick<EntityDefinition, 'uniques'>): boolean =>
  Object.values(uniques).some(({ fields }) => fields.includes('owner'));

export async function planHandOver(parts: HoldingParts, user: string): Promise<Holdings> {
  const { sql, registry, shapes, workItems } = parts;
  const owned = registry.entities().filter((entity) => entity.owner && !isAboutOwner(entity));
  const entities = await Promise.all(
    owned.map(async ({ id }) => {
      const rows = await run<{ count: number }>(
        sql,
        `select count(*) from ${shapes(id).table} t where t.owner_id = $1::uuid and t.deleted_at is null`,
        [user],
      );
      return { entity: id, count: Number(rows[0]?.count ?? 0) };
    }),
  );
  return {
    entities: entities.filter(({ count }) => count > 0),
    workItems: await workItems.count(user),
    teams: [
      ...(await sql<
        { id: string; name: string }[]
      >`select id, name from core.team where manager_id = ${user} order by name`),
    ],
  };
}
