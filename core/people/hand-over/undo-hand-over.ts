import type { Actor } from '../../access/index.ts';
import type { RecordStore } from '../../entity/index.ts';
import { Problem } from '../../errors.ts';
import { changePersonIn, type PersonParts } from '../person/change-person.ts';
import { readHandOver } from './hand-overs.ts';
import type { HoldingParts } from './plan-hand-over.ts';

export interface UndoParts extends PersonParts, HoldingParts {
  records: Pick<RecordStore, 'undo'>;
}

export interface HandOverUndone {
  records: number;
  skipped: number;
  workItems: number;
}

/** The person is back, and with them what was not changed since: records of the last 24 hours, open work, teams. */
export async function undoHandOver(
  parts: UndoParts,
  { actor, requestId, id }: { actor: Actor; requestId: string; id: string },
): Promise<HandOverUndone> {
  const handOver = await readHandOver(parts.sql, id);
  if (handOver.state === 'running') throw new Problem({ status: 409, code: 'hand-over-running' });
  if (handOver.state === 'undone') throw new Problem({ status: 409, code: 'hand-over-undone' });
  const { plan, moved, user } = handOver;
  await parts.sql.begin(async (tx) => {
    await changePersonIn(tx, parts, { actor, requestId, id: user, change: { isActive: true } });
    if (plan.teams)
      await tx`update core.team set manager_id = ${user} where id = any(${moved.teams}::uuid[]) and manager_id = ${plan.teams}`;
    await tx`update core.hand_over set state = 'undone' where id = ${id}`;
  });
  const records =
    Object.keys(plan.entities).length > 0
      ? await parts.records.undo({ actor, of: id, cause: { request: requestId } })
      : null;
  const workItems = plan.workItems
    ? await parts.workItems.giveBack({ ids: moved.workItems, from: plan.workItems, to: user })
    : 0;
  return {
    records: records?.undone ?? 0,
    skipped: (records?.skipped.length ?? 0) + (records?.hidden ?? 0),
    workItems,
  };
}
