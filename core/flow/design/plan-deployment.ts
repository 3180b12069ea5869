import type { Actor } from '../../access/actor.ts';
import { catalogueOf } from '../commands/catalogue.ts';
import type { FlowParts } from '../commands/parts.ts';
import { rehearseOn, type Rehearsal } from '../commands/rehearse-migration.ts';
import { deploy } from '../deploy/index.ts';

export interface PlanInput {
  actor: Actor;
  flow: string;
  xml: string;
  /** Old element → new element, for what has another id now. */
  mapping: Record<string, string>;
}

export interface VersionPlan extends Rehearsal {
  version: number;
}

export interface DeploymentPlan {
  /** Versions in which instances run, newest first, and what moving them into this diagram would meet. */
  versions: VersionPlan[];
}

/** What a deployment would mean for those that run; of a diagram with errors, nothing can be said. */
export async function planDeployment(parts: FlowParts, input: PlanInput): Promise<DeploymentPlan> {
  const { actor, flow, xml, mapping } = input;
  const { flows } = await deploy(xml, catalogueOf(parts.registry));
  const to = flows.find((each) => each.key === flow)?.graph;
  if (!to) return { versions: [] };
  const running = await runningVersions(parts, flow);
  const versions: VersionPlan[] = [];
  for (const from of running)
    versions.push({ version: from, ...(await rehearseOn(parts, { actor, flow, from, to, mapping })) });
  return { versions };
}

/** Of the newest instances, as many as a rehearsal looks at: a flow with millions is not counted through. */
async function runningVersions({ sql }: FlowParts, flow: string): Promise<number[]> {
  const rows = await sql<{ version: number }[]>`
    select distinct version from (
      select version from flow.instance where flow = ${flow} order by id desc limit 10000) newest
    order by version desc limit 20`;
  return rows.map((row) => row.version);
}
