import type { Sql } from '../../db/connect.ts';
import { isId } from '../field-types/relation.ts';

/** Names of people, for the many places that show one. */
export interface People {
  /** By id; ids that are nobody's are left out. */
  names(ids: Iterable<string>): Promise<ReadonlyMap<string, string>>;
}

/** A renamed colleague shows under the old name this long; every list is spared three joins for it. */
const keepMilliseconds = 15_000;
const most = 20_000;
/** Who acts without being a person, under the name that identity gives them. */
const noPeople = [['key:administrator', 'Administrator key']] as const;

export function createPeople(sql: Sql): People {
  let known = new Map<string, string>(noPeople);
  let until = 0;
  return {
    names: async (ids) => {
      if (Date.now() > until || known.size > most) {
        known = new Map(noPeople);
        until = Date.now() + keepMilliseconds;
      }
      const names = known;
      const missing = [...new Set(ids)].filter((id) => isId(id) && !names.has(id));
      if (missing.length > 0) {
        const rows = await sql<{ id: string; name: string }[]>`
          select id, name from core."user" where id = any(${missing}::uuid[])`;
        for (const { id, name } of rows) names.set(id, name);
      }
      return names;
    },
  };
}
