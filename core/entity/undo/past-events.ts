import { Problem } from '../../errors.ts';
import type { Cause } from '../../event/event.ts';
import type { WriteContext } from '../store/context.ts';
import type { PastEvent } from './net-changes.ts';

/** How long an act can be taken back. */
const hours = 24;
/** More is not undone in one transaction. */
const mostEvents = 100_000;

/** What the actor changed for one reason, oldest first. */
export async function pastEvents(
  { tx, actor, at }: WriteContext,
  cause: string,
): Promise<(PastEvent & { cause: Cause })[]> {
  const since = new Date(at - hours * 3_600_000);
  const rows = await tx<(PastEvent & { cause: Cause })[]>`
    select type, entity, record_id as "recordId", changes, cause from core.event
    where cause->>'request' = ${cause} and at > ${since} and actor = ${actor.userId ?? actor.id}
      and entity is not null and record_id is not null
    order by at, id limit ${mostEvents + 1}`;
  if (rows.length === 0) throw new Problem({ status: 404, code: 'undo-nothing', params: { hours } });
  if (rows.length > mostEvents)
    throw new Problem({ status: 409, code: 'undo-too-much', params: { most: mostEvents } });
  return rows;
}
