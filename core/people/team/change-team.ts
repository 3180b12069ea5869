/** Teams stand in a tree: who leads a team sees what the teams below own, so that moving one changes who sees what. */
import type { Actor } from '../../access/index.ts';
import type { Clock } from '../../clock.ts';
import { definitionChanged } from '../../configuration/index.ts';
import type { Sql, Tx } from '../../db/connect.ts';
import { invalid, notFound, Problem } from '../../errors.ts';

export interface TeamChange {
  name?: string | undefined;
  parent?: string | null | undefined;
  manager?: string | null | undefined;
}

export interface TeamAct {
  actor: Actor;
  requestId: string;
  id: string;
}

interface TeamRow {
  name: string;
  parent: string | null;
  manager: string | null;
}

type TeamParts = { sql: Sql; clock: Clock };

export const changeTeam = (
  parts: TeamParts,
  { change, ...act }: TeamAct & { change: TeamChange },
): Promise<void> =>
  parts.sql.begin(async (tx) => {
    // Two moves at once could make a ring of what each of them found in order.
    await tx`select pg_advisory_xact_lock(hashtextextended('teams', 0))`;
    const before = await readTeam(tx, act.id);
    const after = {
      name: change.name ?? before.name,
      parent: change.parent === undefined ? before.parent : change.parent,
      manager: change.manager === undefined ? before.manager : change.manager,
    };
    if (after.parent !== null) await refuseRing(tx, act.id, after.parent);
    await tx`update core.team set name = ${after.name}, parent_id = ${after.parent}, manager_id = ${after.manager}
      where id = ${act.id}`.catch(taken);
    await tell(tx, parts, { ...act, before, after });
  });

/** Only an empty team goes: its people and the teams below would be without one. */
export const removeTeam = (parts: TeamParts, act: TeamAct): Promise<void> =>
  parts.sql.begin(async (tx) => {
    const before = await readTeam(tx, act.id);
    const [used] = await tx`select 1 from core."user" where team_id = ${act.id}
      union all select 1 from core.team where parent_id = ${act.id} limit 1`;
    if (used) throw new Problem({ status: 409, code: 'team-in-use', params: { team: before.name } });
    await tx`delete from core.share where holder = ${`team:${act.id}`}`;
    await tx`delete from core.team where id = ${act.id}`;
    await tell(tx, parts, { ...act, before, after: null });
  });

async function readTeam(tx: Tx, id: string): Promise<TeamRow> {
  const [row] = await tx<TeamRow[]>`
    select name, parent_id as parent, manager_id as manager from core.team where id = ${id}`;
  if (!row) throw notFound('team', id);
  return row;
}

async function refuseRing(tx: Tx, id: string, parent: string): Promise<void> {
  const rows = await tx<{ id: string }[]>`
    with recursive up as (
      select id, parent_id from core.team where id = ${parent}
      union select t.id, t.parent_id from core.team t join up on up.parent_id = t.id
    ) select id from up`;
  if (rows.length === 0) throw notFound('team', parent);
  if (rows.some((row) => row.id === id)) throw invalid([{ pointer: '/parent', code: 'team-ring' }]);
}

const taken = (error: unknown): never => {
  const isTaken = error instanceof Error && 'code' in error && error.code === '23505';
  throw isTaken ? invalid([{ pointer: '/name', code: 'team-taken' }]) : error;
};

async function tell(
  tx: Tx,
  { clock }: TeamParts,
  { actor, requestId, id, before, after }: TeamAct & { before: TeamRow; after: TeamRow | null },
): Promise<void> {
  const shown = async (row: TeamRow | null) =>
    row && {
      name: row.name,
      parent: await nameOf(tx, 'team', row.parent),
      manager: await nameOf(tx, 'user', row.manager),
    };
  await definitionChanged(tx, {
    kind: 'team',
    id,
    title: (after ?? before).name,
    before: await shown(before),
    after: await shown(after),
    actor: actor.userId ?? actor.id,
    at: clock.now(),
    requestId,
  });
}

async function nameOf(tx: Tx, kind: 'team' | 'user', id: string | null): Promise<string | null> {
  if (id === null) return null;
  const [row] = await tx<{ name: string }[]>`select name from ${tx(`core.${kind}`)} where id = ${id}`;
  return row?.name ?? id;
}
