import type { Sql } from '../../db/connect.ts';
import type { Changes } from '../shell/changes.ts';

/** Open work that people hold, for when somebody goes: counted, given to somebody else, given back. */
export const heldWorkItems = ({ sql, changes }: { sql: Sql; changes: Pick<Changes, 'add'> }) => {
  const told = (rows: readonly { id: string }[]): string[] => {
    const workItems = rows.map(({ id }) => id);
    if (workItems.length > 0) changes.add({ instances: [], workItems });
    return workItems;
  };
  return {
    count: async (user: string): Promise<number> => {
      const [row] = await sql<{ count: number }[]>`
        select count(*) from flow.work_item where assignee = ${user} and state = 'open'`;
      return row?.count ?? 0;
    },
    move: async ({ from, to, limit }: { from: string; to: string; limit: number }): Promise<string[]> =>
      told(
        await sql<{ id: string }[]>`
          update flow.work_item set assignee = ${to} where id in (
            select id from flow.work_item where assignee = ${from} and state = 'open' order by id limit ${limit}
            for update skip locked
          ) returning id`,
      ),
    giveBack: async ({
      ids,
      from,
      to,
    }: {
      ids: readonly string[];
      from: string;
      to: string;
    }): Promise<number> =>
      told(
        await sql<{ id: string }[]>`
          update flow.work_item set assignee = ${to}
          where id = any(${ids as string[]}::uuid[]) and assignee = ${from} and state = 'open' returning id`,
      ).length,
  };
};
