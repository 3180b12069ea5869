import type { Actor } from '../../access/actor.ts';
import { may } from '../../access/actor.ts';
import { forbidden, notFound, Problem } from '../../errors.ts';
import { enqueue } from '../../job/index.ts';
import type { StartItem } from '../shell/kinds.ts';
import { packStarts } from '../shell/starts/pack-starts.ts';
import type { FlowParts } from './parts.ts';
import { submit } from './submit.ts';

export interface StartInput {
  actor: Actor;
  flow: string;
  items: readonly StartItem[];
}

export interface Started {
  id: string;
  flow: string;
  version: number;
}

/** One instance of the latest version; it has run to its first wait when this returns. */
export async function startInstance(
  parts: FlowParts,
  { actor, flow, item }: { actor: Actor; flow: string; item: StartItem },
): Promise<Started> {
  const definition = await allowed(parts, { actor, flow, items: [item] });
  const { jobs, ids } = packStarts({
    ...common(parts, actor, flow, definition.version),
    items: [item],
    lane: 0,
  });
  await submit(parts, jobs[0]!);
  return { id: ids[0]!, flow, version: definition.version };
}

/** Many instances, as bulk work; their ids at once. */
export async function startInstances(
  parts: FlowParts,
  input: StartInput,
): Promise<{ ids: string[]; version: number }> {
  const { version } = await allowed(parts, input);
  const { jobs, ids } = packStarts({
    ...common(parts, input.actor, input.flow, version),
    items: input.items,
    lane: 1,
  });
  await enqueue(parts.sql, jobs);
  parts.engine.wake();
  return { ids, version };
}

const common = ({ clock }: FlowParts, actor: Actor, flow: string, version: number) => ({
  flow,
  version,
  actor: actor.id,
  depth: 0,
  now: clock.now(),
});

/** Who operates flows starts anything; others start flows about records that they see. */
async function allowed(parts: FlowParts, { actor, flow, items }: StartInput) {
  const definition = await parts.definitions.latest(flow);
  const { subject } = definition.graph;
  const isOperator = may(actor, 'flows.operate') || may(actor, 'flows.start');
  for (const item of items) {
    if (!item.subject && !isOperator) throw forbidden('flows.start');
    if (item.subject && subject && item.subject.entity !== subject)
      throw new Problem({
        status: 422,
        code: 'flow-subject',
        params: { flow, wanted: subject, given: item.subject.entity },
      });
  }
  const subjects = items.flatMap((item) => item.subject ?? []);
  for (const [entity, group] of Map.groupBy(subjects, (one) => one.entity)) {
    const found = await parts.records.readMany({
      actor,
      entity,
      ids: group.map((one) => one.id),
      fields: [parts.registry.entity(entity).title],
    });
    const missing = found.indexOf(null);
    if (missing >= 0) throw notFound(entity, group[missing]!.id);
  }
  return definition;
}
