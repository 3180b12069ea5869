import type { Tx } from '../../../db/connect.ts';
import type { State } from '../../step/index.ts';

export interface InstanceRow {
  id: string;
  flow: string;
  version: number;
  state: State;
  status: string;
  subjectEntity: string | null;
  subjectId: string | null;
  businessKey: string | null;
  depth: number;
  startedBy: string;
  startedAt: Date;
  seq: number;
}

/** Locks running instances in the order of their ids, so that two batches never wait for each other in a circle. */
export const lockInstances = (tx: Tx, ids: readonly string[]): Promise<InstanceRow[]> =>
  tx<InstanceRow[]>`
    select ${columns(tx)} from flow.instance where id = any(${[...ids]}::uuid[]) order by id for update`;

/** The same of those that nobody else works on: never waits, whatever the order. */
export const lockFreeInstances = (tx: Tx, ids: readonly string[]): Promise<InstanceRow[]> =>
  tx<InstanceRow[]>`
    select ${columns(tx)} from flow.instance where id = any(${[...ids]}::uuid[]) order by id for update skip locked`;

const columns = (tx: Tx) => tx`
  id, flow, version, state, status, subject_entity as "subjectEntity", subject_id as "subjectId",
  business_key as "businessKey", depth, started_by as "startedBy", started_at as "startedAt", seq`;
