import { Problem, type RecordData, type WriteResult } from '../../../core/index.ts';

/** The record that was written; throws what was wrong with it. */
export function written([result]: readonly WriteResult[]): RecordData {
  if (result?.ok) return result.record;
  throw new Problem({ status: 422, code: result?.code ?? 'not-written', params: result?.params ?? {} });
}
