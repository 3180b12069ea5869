import type { Tx } from '../../../db/connect.ts';

export interface VersionWanted {
  caller: { key: string; version: number };
  called: { flow: string; binding: 'latest' | 'deployment' | 'version'; version?: number };
}

/** The version that a call means; null when there is none. Flows of one file have one checksum. */
export async function versionOf(tx: Tx, { caller, called }: VersionWanted): Promise<number | null> {
  const { flow, binding, version = null } = called;
  const [row] = await tx<{ version: number | null }[]>`
    select max(version) as version from flow.definition where key = ${flow} ${
      binding === 'version'
        ? tx`and version = ${version}`
        : binding === 'deployment'
          ? tx`and checksum = (select checksum from flow.definition where key = ${caller.key} and version = ${caller.version})`
          : tx``
    }`;
  return row?.version ?? null;
}
