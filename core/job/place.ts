import type { Sql } from '../db/connect.ts';

/** Where people find what jobs of a kind are about; of all others it is the instance that they are for. */
export interface JobPlace {
  kinds: readonly string[];
  /** The member of the payload that names it. */
  member: string;
  /** Nobody is led there without it. */
  permission?: string;
  /** Paths in the app by what the member says; what is gone has none. */
  pathsOf(sql: Sql, named: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Each under its own name. */
export const placeAt = (path: (name: string) => string): JobPlace['pathsOf'] => {
  return (_sql, named) => Promise.resolve(new Map(named.map((name) => [name, path(name)])));
};

/** Paths of listed jobs by their ids, as far as whoever has these permissions may go. */
export async function placesOf(
  sql: Sql,
  places: readonly JobPlace[],
  { jobs, may }: { jobs: readonly ListedPlace[]; may: (permission: string) => boolean },
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { kinds, permission, pathsOf } of places) {
    const own = jobs.filter(({ kind, about }) => about !== null && kinds.includes(kind));
    if (own.length === 0 || (permission && !may(permission))) continue;
    const paths = await pathsOf(sql, [...new Set(own.map(({ about }) => about!))]);
    for (const { id, about } of own) {
      const path = paths.get(about!);
      if (path) found.set(id, path);
    }
  }
  return found;
}

interface ListedPlace {
  id: string;
  kind: string;
  about: string | null;
}

/** The members to read, by kind. */
export const membersOf = (places: readonly JobPlace[]): Record<string, string> =>
  Object.fromEntries(places.flatMap(({ kinds, member }) => kinds.map((kind) => [kind, member])));
