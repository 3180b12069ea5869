import type { Sql } from '../../db/connect.ts';
import { isId } from '../field-types/relation.ts';

/** Names of people, and of flows that act like them, for the many places that show one. */
export interface People {
  /** By id of a person or `flow:<key>`; ids that are nobody's are left out. */
  names(ids: Iterable<string>): Promise<ReadonlyMap<string, string>>;
}

/** A renamed colleague shows under the old name this long; every list is spared three joins for it. */
const keepMilliseconds = 15_000;
const most = 20_000;
/** Who acts without being a person, under the name that identity gives them. */
const noPeople = [['key:administrator', 'Administrator key']] as const;

const flowPrefix = 'flow:';

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
      const missing = [...new Set(ids)].filter((id) => !names.has(id));
      const read = [
        ...(await namesOfPeople(sql, missing.filter(isId))),
        ...(await namesOfFlows(
          sql,
          missing.filter((id) => id.startsWith(flowPrefix)),
        )),
      ];
      for (const { id, name } of read) names.set(id, name);
      return names;
    },
  };
}

interface Named {
  id: string;
  name: string;
}

const namesOfPeople = async (sql: Sql, ids: readonly string[]): Promise<readonly Named[]> =>
  ids.length === 0 ? [] : sql<Named[]>`select id, name from core."user" where id = any(${[...ids]}::uuid[])`;

const namesOfFlows = async (sql: Sql, ids: readonly string[]): Promise<readonly Named[]> =>
  ids.length === 0
    ? []
    : sql<Named[]>`
        select distinct on (key) ${flowPrefix} || key as id, name from flow.definition
        where key = any(${ids.map((id) => id.slice(flowPrefix.length))}::text[]) order by key, version desc`;
