import type { Db } from '../../../db/connect.ts';

/** `core.import` as `ImportRow`. */
export const importColumns = (db: Db) => db`
  id, target, name, file_id as file, parent_id as parent, state, phase, source, mapping, options, position,
  bytes_read as "bytesRead", created_count as created, updated_count as updated, rejected_count as rejected,
  skipped_count as skipped, deferred_count as deferred, run_ms as "runMs", actor, problem,
  created_by as "createdBy", created_at as "createdAt", started_at as "startedAt", ended_at as "endedAt"`;
