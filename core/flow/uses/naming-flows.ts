/** Flows whose latest version names something in a step: they would be without it. By their titles, in order. */
import type { Db } from '../../db/connect.ts';

export interface NamingFlow {
  key: string;
  title: string;
}

/** By a lane, or by its id written in an assignment. */
export const flowsWorkedByRole = (sql: Db, role: string): Promise<NamingFlow[]> =>
  sql<NamingFlow[]>`
    select distinct latest.key, coalesce(nullif(latest.name, ''), latest.key) as title
    from ${latest(sql)} latest, json_each(graph -> 'nodes') node
    where node.value #>> '{work,laneRole}' = ${role}
      or strpos(node.value #>> '{work,candidateRoles}', ${`'${role}'`}) > 0
      or strpos(node.value #>> '{work,candidateRoles}', ${`"${role}"`}) > 0
    order by 2`.then((rows) => [...rows]);

/** By the id or the address of a person, written in an assignment. */
export const flowsWorkedByPerson = (sql: Db, id: string): Promise<NamingFlow[]> =>
  sql<NamingFlow[]>`
    select distinct latest.key, coalesce(nullif(latest.name, ''), latest.key) as title
    from ${latest(sql)} latest, json_each(graph -> 'nodes') node, core."user" person
    cross join lateral unnest(array[person.id::text, person.email]) called
    where person.id = ${id} and called <> '' and (
      strpos(lower(node.value #>> '{work,assignee}'), lower(called)) > 0
      or strpos(lower(node.value #>> '{work,candidateUsers}'), lower(called)) > 0)
    order by 2`.then((rows) => [...rows]);

/** As the form of a task. */
export const flowsShowingForm = (sql: Db, screen: string): Promise<NamingFlow[]> =>
  sql<NamingFlow[]>`
    select distinct latest.key, coalesce(nullif(latest.name, ''), latest.key) as title
    from ${latest(sql)} latest, json_each(graph -> 'nodes') node
    where node.value #>> '{work,form,screen}' = ${screen} order by 2`.then((rows) => [...rows]);

/** Other flows that call one. */
export const flowsCalling = (sql: Db, flow: string): Promise<NamingFlow[]> =>
  sql<NamingFlow[]>`
    select distinct latest.key, coalesce(nullif(latest.name, ''), latest.key) as title
    from ${latest(sql)} latest, json_each(graph -> 'nodes') node
    where node.value #>> '{call,flow,key}' = ${flow} and latest.key <> ${flow} order by 2`.then((rows) => [
    ...rows,
  ]);

/** An id of a report stands nowhere by chance. */
export const flowsNamingReport = (sql: Db, report: string): Promise<NamingFlow[]> =>
  sql<NamingFlow[]>`
    select latest.key, coalesce(nullif(latest.name, ''), latest.key) as title
    from ${latest(sql)} latest where strpos(graph::text, ${report}) > 0 order by 2`.then((rows) => [...rows]);

const latest = (sql: Db) =>
  sql`(select distinct on (key) key, name, graph from flow.definition order by key, version desc)`;
