/**
 * Decides which flows start for changed records: a condition that was false, or of no record, and is true now. Tells
 * the instances that wait for such changes.
 */
import type { Tx } from '../../../db/connect.ts';
import { Problem } from '../../../errors.ts';
import { asBoolean, compile, ExpressionError } from '../../../expression/index.ts';
import { enqueue, type Job } from '../../../job/index.ts';
import type { StartTrigger } from '../../graph/index.ts';
import type { Value, Variables } from '../../step/types.ts';
import { wakeWaiting } from '../conditions/wake-waiting.ts';
import { evaluateOutside, type Outside } from '../evaluate-outside.ts';
import type { StartItem } from '../kinds.ts';
import type { ShellParts } from '../options.ts';
import type { Planner } from '../planner.ts';
import { nestPaths } from '../read-records.ts';
import { insertIncidents, type NewIncident } from '../sql/insert-incidents.ts';
import { packStarts } from './pack-starts.ts';
import { deepest, mayTurn, pairOf, tooDeep } from './record-change.ts';
import type { RecordChange, RecordStartPayload } from './record-subscriber.ts';

type Trigger = Extract<StartTrigger, { kind: 'conditional' }>;

export interface Subscription {
  flow: string;
  version: number;
  event: string;
  part: number;
  body: Trigger;
}

export const recordStart: Planner = {
  kind: 'flow.record-start',
  plan: async (tx, job, parts) => {
    const { entity, changes } = (job as Job<RecordStartPayload>).payload;
    const subscriptions = await tx<Subscription[]>`
      select flow, version, element as event, part, body from flow.start_subscription
      where kind = 'record' and entity = ${entity} order by flow`;
    let started = 0;
    for (const subscription of subscriptions)
      started += await startFlow({ tx, parts, job, subscription, entity, changes });
    const woken = await wakeWaiting(tx, parts, { entity, changes, lane: job.lane });
    return { started, woken };
  },
};

interface StartInput {
  tx: Tx;
  parts: ShellParts;
  job: Job;
  subscription: Subscription;
  entity: string;
  changes: readonly RecordChange[];
}

async function startFlow(input: StartInput): Promise<number> {
  const { tx, parts, job, subscription } = input;
  const { flow, version, event, part } = subscription;
  const { items, incidents } = await decide(input);
  const now = parts.clock.now();
  for (const [depth, group] of Map.groupBy(items, (item) => item.depth)) {
    const { jobs } = packStarts({
      flow,
      version,
      event,
      part,
      actor: group[0]!.actor,
      depth,
      items: group.map((one) => one.item),
      lane: job.lane,
      now,
    });
    await enqueue(tx, jobs);
  }
  await insertIncidents(tx, incidents, now);
  return items.length;
}

interface Decided {
  items: { item: StartItem; depth: number; actor: string }[];
  incidents: NewIncident[];
}

/** Which of these changes start the flow of a subscription. Writes nothing: an import asks it before it runs. */
export async function decide({
  tx,
  parts,
  subscription,
  entity,
  changes,
}: Omit<StartInput, 'job'>): Promise<Decided> {
  const { condition, record } = subscription.body;
  const compiled = compile(condition);
  const paths = compiled.paths.map(({ path }) => path);
  const concerned = changes.filter(
    (change) => (record?.on ?? ['created', 'updated']).includes(change.kind) && mayTurn(change, paths),
  );
  const actor = await parts.identity.flowActor(subscription.flow);
  const company = await parts.identity.company();
  const common = {
    db: tx,
    parts,
    actor,
    source: condition,
    scope: {},
    now: parts.clock.now(),
    timeZone: company.timeZone,
    isStrict: true,
  };
  const pairs = concerned.map((change) => ({ change, ...pairOf(change) }));
  for (const side of ['after', 'before'] as const)
    await nestPaths({
      db: tx,
      parts,
      actor,
      entity,
      paths,
      records: pairs.map((pair) => pair[side]).filter((one) => one !== null),
    });
  const decided: Decided = { items: [], incidents: [] };
  for (const { change, after, before } of pairs) {
    const verdict = await turnsTrue(common, after, before);
    if (verdict === true && change.depth + 1 < deepest)
      decided.items.push({
        item: { variables: {}, subject: { entity, id: change.id }, before: before ?? undefined },
        depth: change.depth + 1,
        actor: change.actor,
      });
    else if (verdict !== false)
      decided.incidents.push(incidentOf(subscription, verdict === true ? tooDeep(entity, change) : verdict));
  }
  return decided;
}

type Verdict = boolean | Pick<NewIncident, 'code' | 'message' | 'expression' | 'input'>;

async function turnsTrue(
  common: Omit<Outside, 'bindings'>,
  after: Variables,
  before: Variables | null,
): Promise<Verdict> {
  const holds = async (record: Variables): Promise<Value> =>
    (await evaluateOutside({ ...common, bindings: { record, subject: record, before } })).value;
  const wasTrue = before !== null && (await holds(before).catch(() => false)) === true;
  if (wasTrue) return false;
  try {
    return asBoolean(await holds(after), common.source);
  } catch (error) {
    if (error instanceof ExpressionError || error instanceof Problem)
      return { code: error.code, message: error.message, expression: common.source, input: after };
    throw error;
  }
}

const incidentOf = (
  { flow, version, event }: Subscription,
  what: Exclude<Verdict, boolean>,
): NewIncident => ({
  instance: null,
  number: null,
  flow,
  version,
  element: event,
  ...what,
});
