import type { Actor } from '../access/actor.ts';
import type { RecordStore } from '../entity/index.ts';

export interface SearchInput {
  actor: Actor;
  query: string;
  /** Entities to ask, in any order. */
  entities: readonly string[];
  limit: number;
}

export interface SearchHit {
  entity: string;
  id: string;
  title: string | null;
  score: number;
}

/** One question to many entities, each with its own index and rules; the best of all come first. */
export async function globalSearch(
  records: Pick<RecordStore, 'similar'>,
  { actor, query, entities, limit }: SearchInput,
): Promise<SearchHit[]> {
  const hits = await Promise.all(
    entities.map(async (entity) =>
      (await records.similar({ actor, entity, query })).map((hit) => ({ entity, ...hit })),
    ),
  );
  return hits
    .flat()
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit);
}
