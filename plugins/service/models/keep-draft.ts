import { idOf, readOne, type Actor, type PluginServices, type RecordData } from '../../../core/index.ts';

export interface Draft {
  kind: 'outbound' | 'note' | 'inbound';
  text: string;
}

/** One draft of one person about one request; an empty one is put away. */
export async function keepDraft(
  services: PluginServices,
  { actor, id, draft }: { actor: Actor; id: string; draft: Draft },
): Promise<void> {
  if (actor.userId === null) return;
  await readOne(services.records(actor), 'ticket', id);
  await services.transaction(async (tx) => {
    const records = services.records(services.self, tx);
    await tx`select pg_advisory_xact_lock(hashtextextended(${id + actor.userId}, 6))`;
    const [own] = await records.find('ticket-draft', { ticket: { eq: id }, author: { eq: actor.userId } });
    if (own) await records.update('ticket-draft', [{ id: own.id, values: { ...draft } }]);
    else if (draft.text !== '')
      await records.create('ticket-draft', [
        { name: actor.name, ticket: id, author: actor.userId, ...draft },
      ]);
  });
}

/** A pause in writing that is no end of it. */
const stillWriting = 60_000;

export interface Writing {
  own: Draft | null;
  /** Others who write to the customer at this very moment. */
  others: string[];
}

/** The actor's own draft, and who else is writing. */
export async function whoWrites(
  services: PluginServices,
  { actor, id }: { actor: Actor; id: string },
): Promise<Writing> {
  const drafts = await services
    .records(services.self)
    .find('ticket-draft', { ticket: { eq: id } }, { limit: 50 });
  const isOwn = (draft: RecordData): boolean => idOf(draft['author']) === actor.userId;
  const own = drafts.find(isOwn);
  return {
    // The cast: the field has these options.
    own: own?.['text'] ? { kind: own['kind'] as Draft['kind'], text: String(own['text']) } : null,
    others: drafts
      .filter((draft) => !isOwn(draft) && draft['text'] && draft['kind'] === 'outbound')
      .filter(({ updatedAt }) => Date.parse(String(updatedAt)) > services.now() - stillWriting)
      .map(({ name }) => String(name)),
  };
}
