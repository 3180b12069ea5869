/** Somebody goes: they are signed out at once, and what they hold goes to others by a job. */
import type { Actor } from '../../access/index.ts';
import { newId } from '../../db/new-id.ts';
import { invalid } from '../../errors.ts';
import { enqueue } from '../../job/index.ts';
import { changePersonIn, type PersonParts } from '../person/change-person.ts';
import { handOverKind } from './hand-over-job.ts';
import type { HandOverPlan } from './hand-overs.ts';
import { planHandOver, type HoldingParts } from './plan-hand-over.ts';

export interface Deactivate {
  actor: Actor;
  requestId: string;
  id: string;
  plan: HandOverPlan;
}

/** Answers the id of the hand-over; null where nothing is handed over. */
export async function deactivate(
  parts: PersonParts & HoldingParts,
  { actor, requestId, id, plan }: Deactivate,
): Promise<string | null> {
  const holdings = await planHandOver(parts, id);
  await checkReceivers(parts, id, plan);
  const total =
    holdings.entities.reduce((sum, { entity, count }) => sum + (plan.entities[entity] ? count : 0), 0) +
    (plan.workItems ? holdings.workItems : 0) +
    (plan.teams ? holdings.teams.length : 0);
  return parts.sql.begin(async (tx) => {
    await changePersonIn(tx, parts, { actor, requestId, id, change: { isActive: false } });
    if (total === 0) return null;
    const handOver = newId();
    await tx`insert into core.hand_over (id, user_id, plan, state, total, created_by)
      values (${handOver}, ${id}, ${JSON.stringify(plan)}::text::json, 'running', ${total}, ${actor.userId ?? actor.id})`;
    await enqueue(tx, [
      {
        kind: handOverKind,
        lane: 3,
        dueAt: parts.clock.now(),
        payload: { handOver },
        key: `hand-over:${handOver}`,
      },
    ]);
    return handOver;
  });
}

async function checkReceivers({ sql }: HoldingParts, id: string, plan: HandOverPlan): Promise<void> {
  const named = [
    ...Object.entries(plan.entities).map(([entity, to]) => ({ pointer: `/plan/entities/${entity}`, to })),
    ...(['workItems', 'teams'] as const).flatMap((kind) =>
      plan[kind] ? [{ pointer: `/plan/${kind}`, to: plan[kind] }] : [],
    ),
  ];
  const rows = await sql<{ id: string }[]>`
    select id from core."user" where id = any(${named.map(({ to }) => to)}::uuid[]) and is_active and id <> ${id}`;
  const wrong = named.filter(({ to }) => !rows.some((row) => row.id === to));
  if (wrong.length > 0) throw invalid(wrong.map(({ pointer }) => ({ pointer, code: 'receiver-unknown' })));
}
