/** Deployed versions never change: each is read once per thread and kept. */
import type { Db, Sql } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import type { Graph } from '../graph/index.ts';
import { latestVersions } from './sql/latest-versions.ts';

export interface Definition {
  key: string;
  version: number;
  name: string;
  graph: Graph;
}

export interface Definitions {
  /** Problem `flow-unknown` (404). */
  get(key: string, version: number, db?: Db): Promise<Definition>;
  /** What is kept already: for loops that must not wait. */
  peek(key: string, version: number): Definition | undefined;
  latest(key: string, db?: Db): Promise<Definition>;
  /** The newest that this thread has heard of; whoever acts on it finds out whether it is the latest still. */
  newest(key: string): Promise<Definition>;
}

export function createDefinitions(sql: Sql): Definitions {
  const kept = new Map<string, Definition>();
  const newest = new Map<string, number>();
  const name = (key: string, version: number): string => `${version}:${key}`;
  const get = async (key: string, version: number, db: Db = sql): Promise<Definition> => {
    const found = kept.get(name(key, version));
    if (found) return found;
    const [row] = await db<Definition[]>`
      select key, version, name, graph from flow.definition where key = ${key} and version = ${version}`;
    if (!row) throw unknown(key);
    // Two that asked at once must share one graph: `step` prepares it once per object.
    const raced = kept.get(name(key, version));
    if (raced) return raced;
    kept.set(name(key, version), row);
    return row;
  };
  const latest = async (key: string, db: Db = sql): Promise<Definition> => {
    const version = (await latestVersions(db, [key])).get(key);
    if (version === undefined) throw unknown(key);
    newest.set(key, version);
    return get(key, version, db);
  };
  return {
    get,
    peek: (key, version) => kept.get(name(key, version)),
    latest,
    newest: (key) => (newest.has(key) ? get(key, newest.get(key)!) : latest(key)),
  };
}

const unknown = (key: string): Problem =>
  new Problem({ status: 404, code: 'flow-unknown', params: { flow: key } });
