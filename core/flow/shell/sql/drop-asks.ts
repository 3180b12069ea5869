import type { Tx } from '../../../db/connect.ts';

/** Calls and retries whose answer nobody awaits any more. */
export async function dropAsks(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await tx`delete from core.job where key = any(${[...keys]}::text[])`;
}
