/**
 * Runs plans one after another, under a lock that only one process holds. Every step may run again, and the plan is
 * always made from what is there: after a crash the next start makes the rest.
 */
import type { Sql, Tx } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import { Problem } from '../../errors.ts';
import type { EntityDefinition } from '../definition.ts';
import { bareTable } from '../names.ts';
import { readCatalog } from './catalog.ts';
import { planEntity, type EntityPlan, type Step } from './plan.ts';
import { codeOf, insistently, runBatches, runStatement, whenUnlocked } from './run-statement.ts';

/** Any constant: only one process changes tables at a time. */
const lockKey = 0x736368;

export interface ApplyOptions {
  actor?: string;
  /** Told before each step, and of rows as batches are done. */
  watch?: (progress: StepProgress) => Promise<void>;
  /** Runs when all columns are there, before the definition counts. */
  prepare?: () => Promise<void>;
  /** Runs in the transaction in which converted columns take their places: the definition changes with them. */
  finish?: (tx: Tx) => Promise<void>;
}

export interface StepProgress {
  step: number;
  steps: number;
  kind: string;
  params: Record<string, string>;
  rows?: number;
}

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
  options: ApplyOptions = {},
): Promise<EntityPlan[]> {
  const release = await lockSchema(sql);
  try {
    const plans = await openPlans(sql, definitions);
    await runPlans(sql, plans, options);
    await options.prepare?.();
    const switches = plans.flatMap(({ steps }) => steps.flatMap((step) => step.switch ?? []));
    await makeSwitch(sql, switches, options.finish);
    // What a converted column needs, such as an index, is made on the new one.
    if (switches.length > 0) await runPlans(sql, await openPlans(sql, definitions), options);
    if (plans.length > 0) await sql`update core.schema_version set version = version + 1`;
    return plans;
  } finally {
    await release();
  }
}

/** Plans that have something to do; throws where one would lose data. */
async function openPlans(sql: Sql, definitions: readonly EntityDefinition[]): Promise<EntityPlan[]> {
  const plans = (await planSchema(sql, definitions)).filter(({ steps }) =>
    steps.some((step) => step.sql.length > 0 || step.switch || step.isBreaking),
  );
  const breaking = plans.flatMap(({ steps }) => steps).find(({ isBreaking }) => isBreaking);
  if (breaking) throw new Problem({ status: 409, code: 'plan-breaks', params: breaking.params });
  return plans;
}

async function runPlans(
  sql: Sql,
  plans: readonly EntityPlan[],
  { actor = 'system', watch, finish }: ApplyOptions,
): Promise<void> {
  const running: { plan: EntityPlan; id: string }[] = [];
  for (const plan of plans) running.push({ plan, id: await storePlan(sql, plan, actor) });
  // All tables first: references lead from one to another.
  const steps = [false, true].flatMap((isReference) =>
    running.flatMap(({ plan, id }) =>
      plan.steps
        .filter((step) => (step.kind === 'add-reference') === isReference && step.sql.length > 0)
        .map((step) => ({ step, id })),
    ),
  );
  const done: Step[] = [];
  for (const [index, { step, id }] of steps.entries()) {
    const progress = { step: index + 1, steps: steps.length, kind: step.kind, params: step.params };
    await watch?.(progress);
    // Only who has a definition waiting for its tables can do without them.
    const undo = finish ? [...done, step] : [];
    await runStep(sql, id, { step, watch: (rows) => watch?.({ ...progress, rows }) }).catch(
      (error: unknown) => failPlan(sql, { plan: id, undo, error }),
    );
    done.push(step);
  }
  await sql`update core.schema_plan set state = 'done', ended_at = now() where id = any(${running.map(({ id }) => id)}::uuid[])`;
}

interface RunInput {
  step: Step;
  watch: (rows: number) => Promise<void> | undefined;
}

async function runStep(sql: Sql, plan: string, { step, watch }: RunInput): Promise<void> {
  if (step.fits) await checkFits(sql, step);
  await insistently(async () => {
    for (const text of step.sql) await runStatement(sql, text);
  });
  if (step.batch) await runBatches(sql, step.batch, watch);
  // Somebody may have written another meanwhile.
  if (step.fits) await checkFits(sql, step);
  await sql`update core.schema_plan set done = done + 1 where id = ${plan}`;
}

async function checkFits(sql: Sql, { fits, params, isOneOfMany }: Step): Promise<void> {
  const [found] = await sql.unsafe<{ count: number; samples: string[] | null }[]>(fits!);
  if (found!.count > 0)
    throw new Problem({
      status: 409,
      code: isOneOfMany ? 'plan-lists-unfit' : 'plan-values-unfit',
      params: { ...params, count: found!.count, samples: (found!.samples ?? []).join(', ').slice(0, 200) },
    });
}

async function makeSwitch(
  sql: Sql,
  switches: readonly string[],
  finish: ApplyOptions['finish'],
): Promise<void> {
  if (switches.length === 0 && !finish) return;
  await whenUnlocked(sql, async (tx) => {
    for (const text of switches) await tx.unsafe(text);
    await finish?.(tx);
  });
}

interface Failure {
  plan: string;
  undo: readonly Step[];
  error: unknown;
}

/** What an admin's change had made before it failed is taken away again; nobody used it yet. */
async function failPlan(sql: Sql, { plan, undo, error }: Failure): Promise<never> {
  const detail = error instanceof Error ? error.message : String(error);
  for (const step of undo.toReversed())
    for (const text of step.inverse)
      // What cannot be taken away is an empty column or an index more.
      await runStatement(sql, text).catch(() => {});
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
