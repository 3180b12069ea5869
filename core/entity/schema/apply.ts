/**
 * Runs plans one after another, under a lock that only one process holds. Every step may run again, and the plan is
 * always made from what is there: after a crash the next start makes the rest.
 */
import type { Sql } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import { Problem } from '../../errors.ts';
import type { EntityDefinition } from '../definition.ts';
import { bareTable } from '../names.ts';
import { readCatalog } from './catalog.ts';
import { planEntity, type EntityPlan, type Step } from './plan.ts';

/** Any constant: only one process changes tables at a time. */
const lockKey = 0x736368;
/** Writers wait behind a waiting lock: give up soon and try again. */
const lockTimeout = '2s';
const attempts = 30;

export async function planSchema(sql: Sql, definitions: readonly EntityDefinition[]): Promise<EntityPlan[]> {
  const actual = await readCatalog(
    sql,
    definitions.map(({ id }) => bareTable(id)),
  );
  return definitions.map((definition) => planEntity(definition, actual.get(bareTable(definition.id))));
}

/** Brings the database to the definitions and answers the plans that had something to do. */
export async function applySchema(
  sql: Sql,
  definitions: readonly EntityDefinition[],
  actor = 'system',
): Promise<EntityPlan[]> {
  const release = await lockSchema(sql);
  try {
    const plans = (await planSchema(sql, definitions)).filter(({ steps }) =>
      steps.some((step) => step.sql.length > 0 || step.isBreaking),
    );
    const breaking = plans.flatMap(({ steps }) => steps).find(({ isBreaking }) => isBreaking);
    if (breaking) throw new Problem({ status: 409, code: 'plan-breaks', params: breaking.params });
    const running: { plan: EntityPlan; id: string }[] = [];
    for (const plan of plans) running.push({ plan, id: await storePlan(sql, plan, actor) });
    // All tables first: references lead from one to another.
    for (const isReference of [false, true])
      for (const { plan, id } of running)
        for (const step of plan.steps)
          if ((step.kind === 'add-reference') === isReference) await runStep(sql, id, step);
    await sql`update core.schema_plan set state = 'done', ended_at = now() where id = any(${running.map(({ id }) => id)}::uuid[])`;
    if (plans.length > 0) await sql`update core.schema_version set version = version + 1`;
    return plans;
  } finally {
    await release();
  }
}

async function runStep(sql: Sql, plan: string, step: Step): Promise<void> {
  for (const text of step.sql)
    await runStatement(sql, text).catch((error: unknown) => failPlan(sql, plan, error));
  await sql`update core.schema_plan set done = done + 1 where id = ${plan}`;
}

async function runStatement(sql: Sql, text: string): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      if (text.includes('concurrently')) await sql.unsafe(text);
      else
        await sql.begin(async (tx) => {
          await tx.unsafe(`set local lock_timeout = '${lockTimeout}'`);
          await tx.unsafe(text);
        });
      return;
    } catch (error) {
      const code = codeOf(error);
      // The constraint is already there: an earlier run got this far.
      if (code === '42710') return;
      if (code !== '55P03' || attempt === attempts) throw error;
    }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

async function failPlan(sql: Sql, plan: string, error: unknown): Promise<never> {
  const detail = error instanceof Error ? error.message : String(error);
  await sql`update core.schema_plan set state = 'failed', problem = ${detail}, ended_at = now() where id = ${plan}`;
  if (codeOf(error) === '23505')
    throw new Problem({ status: 409, code: 'plan-duplicates', params: { detail } });
  throw error;
}

async function storePlan(sql: Sql, plan: EntityPlan, actor: string): Promise<string> {
  const id = newId();
  const steps = JSON.stringify(plan.steps);
  await sql`insert into core.schema_plan (id, entity, steps, state, created_by)
    values (${id}, ${plan.entity}, ${steps}::text::jsonb, 'running', ${actor})`;
  return id;
}

/** Polls: a session that waits in `pg_advisory_lock` holds a snapshot, which concurrent index builds wait for. */
export async function lockSchema(sql: Sql): Promise<() => Promise<void>> {
  const connection = await sql.reserve();
  for (;;) {
    const [row] = await connection<
      { isMine: boolean }[]
    >`select pg_try_advisory_lock(${lockKey}) as "isMine"`;
    if (row?.isMine) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return async () => {
    await connection`select pg_advisory_unlock(${lockKey})`;
    connection.release();
  };
}
