import type { Sql } from '../../db/connect.ts';
import type { DeployedDecision } from '../deploy/index.ts';

/** By key, with the names of what the latest version must be told. */
export async function deployedDecisions(sql: Sql): Promise<Map<string, DeployedDecision>> {
  const rows = await sql<{ key: string; version: number; inputs: string[] }[]>`
    select distinct on (key) key, version,
      array(select need ->> 'name' from json_array_elements(model -> 'decisions' -> key -> 'needs') need) as inputs
    from flow.decision order by key, version desc`;
  return new Map(rows.map(({ key, version, inputs }) => [key, { version, inputs }]));
}
