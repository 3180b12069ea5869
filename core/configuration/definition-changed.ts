import { isDeepStrictEqual } from 'node:util';
import type { Db } from '../db/connect.ts';
import { appendEvents } from '../event/append.ts';
import { packRun } from './pack/pack-run.ts';
import type { WriteDefinitionChange } from './part.ts';

export const configurationChannel = 'relata_configuration';

/**
 * To be called in the transaction that writes a definition: the fact for the audit, and word to every process to read
 * that kind again. `before` and `after` are shown as differences, so keep them as small as they are telling.
 */
export const definitionChanged: WriteDefinitionChange = async (tx, change) => {
  const { kind, id, title, before, after, actor, at, requestId } = change;
  const run = packRun.getStore();
  // A part that is asked to take back what it never wrote.
  if (run?.isTakenBack && isDeepStrictEqual(before ?? null, after ?? null)) return announce(tx, kind);
  await appendEvents(tx, [
    {
      type: 'definition.changed',
      entity: null,
      recordId: null,
      actor,
      at,
      changes: {
        kind: { after: kind },
        id: { after: id },
        title: { after: title },
        definition: { before, after },
      },
      cause: {
        depth: 0,
        ...(requestId && { request: requestId }),
        ...(run && { pack: run.id }),
        ...(run?.isTakenBack && { isTakenBack: true }),
      },
    },
  ]);
  await announce(tx, kind);
};

/** Word to every process that something of a kind changed, when this transaction commits. */
export async function announce(tx: Db, kind: string): Promise<void> {
  await tx`insert into core.configuration_version (kind, version) values (${kind}, 1)
    on conflict (kind) do update set version = core.configuration_version.version + 1`;
  await tx`select pg_notify(${configurationChannel}, ${kind})`;
}
