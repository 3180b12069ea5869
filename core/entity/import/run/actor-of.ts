import { systemActor, type Actor } from '../../../access/index.ts';
import type { Identity } from '../../../identity/index.ts';
import type { ImportActor } from '../import-row.ts';

export const importActor = (actor: Actor): ImportActor => ({
  kind: actor.kind === 'system' ? 'system' : actor.userId === null ? 'key' : 'user',
  userId: actor.userId,
});

/** The actor as it is now: rights that were taken away meanwhile are gone. */
export function actorOf(identity: Identity, actor: ImportActor): Promise<Actor> {
  if (actor.kind === 'system') return Promise.resolve(systemActor);
  return actor.userId === null ? identity.keyActor() : identity.actorFor(actor.userId);
}
