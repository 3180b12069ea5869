import type { Db } from '../../db/connect.ts';
import { idsFrom } from '../../db/id-range.ts';
import type { State } from '../step/index.ts';
import type { Variables } from '../step/types.ts';
import { pendingStart } from '../shell/sql/pending-start.ts';

/** An instance wherever it stands: running, finished, or still to be started. */
export interface FoundInstance {
  id: string;
  flow: string;
  version: number;
  status: string;
  state: State | null;
  variables: Variables | null;
  error: { code: string; message: string; params?: Record<string, unknown> } | null;
  subjectEntity: string | null;
  subjectId: string | null;
  businessKey: string | null;
  startedBy: string;
  startedAt: Date;
  endedAt: Date | null;
}

/** A start may be carried out between two looks: who is in neither place is looked for once more. */
export const findInstance = async (db: Db, id: string): Promise<FoundInstance | null> =>
  (await findStored(db, id)) ?? (await findPending(db, id)) ?? findStored(db, id);

async function findStored(db: Db, id: string): Promise<FoundInstance | null> {
  const [row] = await db<FoundInstance[]>`
    select id, flow, version, status, state, null::json as variables, null::json as error,
      subject_entity as "subjectEntity", subject_id as "subjectId", business_key as "businessKey",
      started_by as "startedBy", started_at as "startedAt", null::timestamptz as "endedAt"
    from flow.instance where id = ${id}
    union all
    select id, flow, version, status, null, variables, error, subject_entity, subject_id, business_key, started_by,
      started_at, ended_at
    from flow.finished where id = ${id}`;
  return row ?? null;
}

/** Between the answer to a bulk start and its batch there is only the packed job. */
async function findPending(db: Db, id: string): Promise<FoundInstance | null> {
  const pending = await pendingStart(db, id);
  if (!pending) return null;
  const { payload, target, hasFailed, createdAt } = pending;
  const item = payload.items[idsFrom(target, payload.items.length).indexOf(id)];
  if (!item) return null;
  return {
    id,
    flow: payload.flow,
    version: payload.version,
    status: hasFailed ? 'incident' : 'active',
    state: null,
    variables: item.variables,
    error: null,
    subjectEntity: item.subject?.entity ?? null,
    subjectId: item.subject?.id ?? null,
    businessKey: item.businessKey ?? null,
    startedBy: payload.actor,
    startedAt: createdAt,
    endedAt: null,
  };
}
