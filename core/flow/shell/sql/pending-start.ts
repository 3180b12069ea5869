import type { Db } from '../../../db/connect.ts';
import type { Job } from '../../../job/index.ts';
import type { StartPayload } from '../kinds.ts';

export interface PendingStart {
  job: string;
  target: string;
  payload: StartPayload;
  hasFailed: boolean;
  createdAt: Date;
}

/** The packed start that will make this instance; null when there is none. Ids of a range follow each other. */
export async function pendingStart(db: Db, instance: string): Promise<PendingStart | null> {
  const [row] = await db<
    (Pick<Job<StartPayload>, 'payload'> & {
      job: string;
      target: string;
      last: string;
      hasFailed: boolean;
      createdAt: Date;
    })[]
  >`
    select id as job, target, coalesce(target_last, target) as last, payload, failed_at is not null as "hasFailed",
      created_at as "createdAt"
    from core.job where target <= ${instance}::uuid and kind = 'flow.start' order by target desc limit 1`;
  return row && row.last >= instance ? row : null;
}
