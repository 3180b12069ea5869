import type { Actor } from '../../access/actor.ts';
import { Problem } from '../../errors.ts';
import { readSettings } from '../../identity/index.ts';
import { deploy, sentence, type Deployment, type DeployProblem } from '../deploy/index.ts';
import { catalogueOf } from './catalogue.ts';
import { deployedDecisions } from './deployed-decisions.ts';
import type { FlowParts } from './parts.ts';

export interface ToldProblem {
  element: string | null;
  code: string;
  message: string;
}

export interface ReadFile extends Pick<Deployment, 'flows' | 'translated'> {
  warnings: ToldProblem[];
}

/** Reads a file as deployment does. Problem `flow-refused` (422) with `errors` and `warnings`. */
export async function readFile(
  parts: FlowParts,
  { actor, xml }: { actor: Actor; xml: string },
): Promise<ReadFile> {
  const { flows, errors, warnings, translated } = await deploy(xml, {
    ...catalogueOf(parts.registry),
    flows: await deployedKeys(parts),
    calendars: await knownCalendars(parts),
    decisions: await deployedDecisions(parts.sql),
    people: await knownPeople(parts),
  });
  const told = (problems: readonly DeployProblem[]): ToldProblem[] =>
    problems.map((problem) => ({
      element: problem.element,
      code: problem.code,
      message: sentence(problem, actor.locale),
    }));
  if (errors.length > 0)
    throw new Problem({
      status: 422,
      code: 'flow-refused',
      params: { count: errors.length },
      extra: { errors: told(errors), warnings: told(warnings), ...translated },
    });
  return { flows, warnings: told(warnings), translated };
}

const knownCalendars = async ({ sql }: FlowParts): Promise<Set<string>> =>
  new Set((await readSettings(sql)).calendars.map((calendar) => calendar.id));

/** People who left are told too: nobody would do their work. */
async function knownPeople({ sql }: FlowParts): Promise<Set<string>> {
  const rows = await sql<{ id: string; email: string | null }[]>`
    select id::text as id, lower(email) as email from core."user" where is_active`;
  return new Set(rows.flatMap(({ id, email }) => [id, ...(email ? [email] : [])]));
}

async function deployedKeys({ sql }: FlowParts): Promise<Set<string>> {
  const rows = await sql<{ key: string }[]>`select distinct key from flow.definition`;
  return new Set(rows.map((row) => row.key));
}
