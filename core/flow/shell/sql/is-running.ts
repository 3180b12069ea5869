import type { Tx } from '../../../db/connect.ts';

export async function isRunning(tx: Tx, instance: string): Promise<boolean> {
  return (await tx`select 1 from flow.instance where id = ${instance}`).length > 0;
}
