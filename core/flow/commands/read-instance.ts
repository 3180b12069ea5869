import type { Actor } from '../../access/actor.ts';
import { may } from '../../access/actor.ts';
import { notFound } from '../../errors.ts';
import { summarize } from '../step/index.ts';
import type { Variables } from '../step/types.ts';
import { activatableIn, type Activatable } from './activatable.ts';
import { findInstance, type FoundInstance } from './find-instance.ts';
import { listIncidents, type IncidentItem } from './list-incidents.ts';
import { flowTexts } from './flow-texts.ts';
import { readCalls, type CalledInstance } from './read-calls.ts';
import type { FlowParts } from './parts.ts';
import { toldError } from './told-error.ts';
import { tokensOf, type TokenView } from './token-views.ts';
import { toldAbout } from './told-about.ts';
import { maySee, subjectOf, subjectTitles, type TitledSubject } from './subjects.ts';

export interface InstanceView {
  id: string;
  flow: string;
  flowName: string;
  version: number;
  state: string;
  subject: TitledSubject | null;
  /** Its record, business key, start event or flow, in words. */
  about: string;
  businessKey: string | null;
  startedBy: string;
  startedAt: Date;
  endedAt: Date | null;
  error: { code: string; message: string } | null;
  tokens: TokenView[];
  incidents: IncidentItem[];
  /** Who called it, from which element. */
  parent: CalledInstance | null;
  /** What it has called, oldest first. */
  children: CalledInstance[];
  /** What can be activated in ad-hoc sub-processes that run, by whoever asks. */
  activatable: Activatable[];
  /** For operators alone. */
  variables?: Variables;
}

/** Problem `not-found` when it is not there or not to be seen. */
export async function readInstance(
  parts: FlowParts,
  { actor, id }: { actor: Actor; id: string },
): Promise<InstanceView> {
  const row = await seenInstance(parts, actor, id);
  const { name, graph } = await parts.definitions.get(row.flow, row.version);
  const summary = row.state && summarize(graph, row.state);
  const isOperator = may(actor, 'flows.operate');
  const incidents = (await listIncidents(parts, { actor, instance: id, limit: 100 })).items;
  const titles = await subjectTitles(parts, actor, [row]);
  const aboutOf = await toldAbout(parts, { actor, rows: [row], titles });
  const texts = flowTexts(parts, actor);
  const { flow, version, businessKey, startedBy, startedAt, endedAt, error } = row;
  return {
    id,
    flow,
    flowName: texts.flow(flow, name),
    version,
    state: shownState(row.status, incidents.length > 0),
    subject: subjectOf(row, titles),
    about: aboutOf(row),
    businessKey,
    startedBy,
    startedAt,
    endedAt,
    error: error && { code: error.code, message: toldError(parts.registry, actor.locale, error) },
    tokens: row.state ? tokensOf(parts, actor, { flow, graph, state: row.state }) : [],
    incidents: isOperator ? incidents : [],
    activatable: row.state ? activatableIn(parts, actor, { flow, graph, state: row.state }) : [],
    ...(await readCalls(parts, { actor, id })),
    ...(isOperator && { variables: summary?.variables ?? row.variables ?? {} }),
  };
}

/** Suspended over incident over active; what a batch could not finish is an incident of its own. */
export const shownState = (status: string, hasIncident: boolean): string =>
  status === 'active' && hasIncident ? 'incident' : status;

export async function seenInstance(parts: FlowParts, actor: Actor, id: string): Promise<FoundInstance> {
  const row = await findInstance(parts.sql, id);
  if (!row || !(await maySee(parts, actor, row))) throw notFound('instance', id);
  return row;
}
