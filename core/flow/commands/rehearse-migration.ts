import type { Actor } from '../../access/actor.ts';
import type { State } from '../step/index.ts';
import { checkMigration } from '../migrate/check-migration.ts';
import type { Graph } from '../graph/index.ts';
import type { FlowParts } from './parts.ts';
import { wholeStates } from './whole-states.ts';

export interface RehearsalInput {
  actor: Actor;
  flow: string;
  from: number;
  to: number;
  mapping: Record<string, string>;
}

export interface Rehearsal {
  /** Running instances that were looked at; the newest, where `isPartial`. */
  looked: number;
  fits: number;
  isPartial: boolean;
  /** What would not fit, the most frequent first. */
  problems: { element: string; code: string; message: string; count: number; instances: string[] }[];
}

const mostLooked = 10_000;
const pageSize = 500;
const mostExamples = 5;

/** Asks of every running instance what the migration would: nothing is changed. Problem 404 for an unknown version. */
export async function rehearseMigration(parts: FlowParts, input: RehearsalInput): Promise<Rehearsal> {
  const after = await parts.definitions.get(input.flow, input.to);
  return rehearseOn(parts, { ...input, to: after.graph });
}

/** The same for a version that is not deployed yet. */
export async function rehearseOn(
  parts: FlowParts,
  input: Omit<RehearsalInput, 'to'> & { to: Graph },
): Promise<Rehearsal> {
  const { sql, definitions } = parts;
  const { flow, from, to, mapping } = input;
  const before = await definitions.get(flow, from);
  const found = new Map<string, Rehearsal['problems'][number]>();
  let [looked, fits] = [0, 0];
  let cursor: string | null = null;
  let rows: { id: string; state: State }[];
  do {
    rows = await sql<{ id: string; state: State }[]>`
      select id, state from flow.instance where flow = ${flow} and version = ${from}
        ${cursor === null ? sql`` : sql`and id < ${cursor}`} order by id desc limit ${pageSize}`;
    for (const { id, state } of await wholeStates(sql, rows)) {
      const problems = checkMigration({ from: before.graph, to, state, mapping });
      if (problems.length === 0) fits++;
      for (const { element, code, params } of problems) {
        const message = parts.registry.text(input.actor.locale, `problem.${code}`, params);
        const known = found.get(message) ?? { element, code, message, count: 0, instances: [] };
        known.count++;
        if (known.instances.length < mostExamples) known.instances.push(id);
        found.set(message, known);
      }
    }
    looked += rows.length;
    cursor = rows.at(-1)?.id ?? null;
  } while (rows.length === pageSize && looked < mostLooked);
  const problems = [...found.values()].sort((one, other) => other.count - one.count);
  return { looked, fits, isPartial: rows.length === pageSize, problems };
}
