/** Moves what a person held, in batches, as whoever decided it; after a crash it goes on with what is left. */
import type { Actor } from '../../access/index.ts';
import { run } from '../../db/bindings.ts';
import type { RecordStore } from '../../entity/index.ts';
import type { Identity } from '../../identity/index.ts';
import { complete, type Job, type JobHandler, type JobPlace } from '../../job/index.ts';
import { readHandOver, type HandOver } from './hand-overs.ts';
import type { HoldingParts } from './plan-hand-over.ts';

export const handOverKind = 'people.hand-over';

export const handOverPlace: JobPlace = {
  kinds: [handOverKind],
  member: 'handOver',
  permission: 'users.manage',
  pathsOf: async (sql, ids) => {
    const rows = await sql<{ id: string; user: string }[]>`
      select id, user_id as user from core.hand_over where id = any(${[...ids]}::uuid[])`;
    return new Map(rows.map(({ id, user }) => [id, `/settings/people/${user}`]));
  },
};

export interface HandOverParts extends HoldingParts {
  identity: Pick<Identity, 'actorFor' | 'keyActor'>;
  records: Pick<RecordStore, 'write'>;
}

const batch = 200;

export const handOverJob = (parts: HandOverParts): JobHandler => ({
  kinds: [handOverKind],
  run: async (jobs, { worker }) => {
    for (const job of jobs) {
      // Somebody wants the failed one tried again: it goes on with what is left.
      await parts.sql`update core.hand_over set state = 'running', ended_at = null where id = ${idOf(job)} and state = 'failed'`;
      await move(parts, await readHandOver(parts.sql, idOf(job)));
      await parts.sql.begin(async (tx) => {
        await tx`update core.hand_over set state = 'done', ended_at = now() where id = ${idOf(job)} and state = 'running'`;
        await complete(tx, [job.id], worker);
      });
    }
  },
  onFailed: async (jobs) => {
    await parts.sql`update core.hand_over set state = 'failed', ended_at = now()
      where id = any(${jobs.map(idOf)}::uuid[]) and state = 'running'`;
  },
});

// The cast: jobs of this kind are made by `deactivate` alone.
const idOf = (job: Job): string => (job.payload as { handOver: string }).handOver;

/** Who acts: the person who decided, or the administrator's key. */
export const actorOf = ({ identity }: Pick<HandOverParts, 'identity'>, id: string): Promise<Actor> =>
  id.startsWith('key:') ? identity.keyActor() : identity.actorFor(id);

async function move(parts: HandOverParts, handOver: HandOver): Promise<void> {
  if (handOver.state !== 'running') return;
  const { plan, user } = handOver;
  const actor = await actorOf(parts, handOver.createdBy);
  for (const [entity, to] of Object.entries(plan.entities))
    await moveRecords(parts, { handOver, actor, entity, to });
  if (plan.workItems) await moveWorkItems(parts, handOver, plan.workItems);
  if (plan.teams) {
    const teams = await parts.sql<{ id: string }[]>`
      update core.team set manager_id = ${plan.teams} where manager_id = ${user} returning id`;
    await note(parts, handOver.id, { teams: teams.map(({ id }) => id) });
  }
}

async function moveRecords(
  { sql, shapes, records }: HandOverParts,
  { handOver, actor, entity, to }: { handOver: HandOver; actor: Actor; entity: string; to: string },
): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await run<{ id: string }>(
      sql,
      `select t.id from ${shapes(entity).table} t where t.owner_id = $1::uuid and t.id > $2::uuid and t.deleted_at is null
       order by t.id limit ${batch}`,
      [handOver.user, last],
    );
    if (rows.length === 0) return;
    last = rows.at(-1)!.id;
    const results = await records.write({
      actor,
      cause: { request: handOver.id },
      changes: rows.map(({ id }) => ({ op: 'update', entity, id, values: { owner: to } })),
    });
    const done = results.filter(({ ok }) => ok).length;
    await sql`update core.hand_over set done = done + ${done}, failed = failed + ${results.length - done} where id = ${handOver.id}`;
  }
}

async function moveWorkItems(parts: HandOverParts, { id, user }: HandOver, to: string): Promise<void> {
  for (;;) {
    const moved = await parts.workItems.move({ from: user, to, limit: batch });
    if (moved.length === 0) return;
    await note(parts, id, { workItems: moved });
  }
}

/** What is noted can be taken back. */
async function note(
  { sql }: HandOverParts,
  id: string,
  { workItems = [], teams = [] }: { workItems?: string[]; teams?: string[] },
): Promise<void> {
  await sql.begin(async (tx) => {
    const { moved } = await readHandOver(tx, id);
    const next = { workItems: [...moved.workItems, ...workItems], teams: [...moved.teams, ...teams] };
    await tx`update core.hand_over set moved = ${JSON.stringify(next)}::text::json, done = done + ${workItems.length + teams.length}
      where id = ${id}`;
  });
}
