import { Problem } from '../errors.ts';
import type { WriteResult } from '../plugin.ts';
import type { RecordData } from './definition.ts';

/** The one record that was written; a refusal is thrown as the problem (422) that people read. */
export function written([result]: readonly WriteResult[]): RecordData {
  if (result?.ok) return result.record;
  throw new Problem({ status: 422, code: result?.code ?? 'not-written', params: result?.params ?? {} });
}
