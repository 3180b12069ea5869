import { Problem, type RecordData, type WriteResult } from '../../../core/index.ts';

/** The record that was written; a refusal becomes the problem that people read. */
export function written([result]: readonly WriteResult[]): RecordData {
  if (result?.ok) return result.record;
  throw new Problem({ status: 422, code: result?.code ?? 'not-written', params: result?.params ?? {} });
}
