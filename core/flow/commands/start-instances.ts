import type { Actor } from '../../access/actor.ts';
import { may } from '../../access/actor.ts';
import { forbidden, notFound, Problem } from '../../errors.ts';
import { enqueue, type Lane } from '../../job/index.ts';
import type { Definition } from '../shell/definitions.ts';
import type { StartItem } from '../shell/kinds.ts';
import { isStarted } from '../shell/sql/is-started.ts';
import { packStarts } from '../shell/starts/pack-starts.ts';
import type { FlowParts } from './parts.ts';
import { submit } from './submit.ts';

export interface StartInput {
  actor: Actor;
  flow: string;
  items: readonly StartItem[];
  /** Where the ids begin: what was started with it before is not started again. */
  firstId?: string | undefined;
}

export interface Started {
  id: string;
  flow: string;
  version: number;
}

/** One instance of the latest version; it has run to its first wait when this returns. */
export async function startInstance(
  parts: FlowParts,
  { item, ...input }: Omit<StartInput, 'items'> & { item: StartItem },
): Promise<Started> {
  const once = async (definition: Definition): Promise<Started> => {
    const { jobs, ids, wasStarted } = await prepare(parts, { ...input, items: [item], definition }, 0);
    // Whoever names the id may ask for it again, on any server: the table knows about it from the first moment.
    const key = input.firstId === undefined ? null : `begin:${ids[0]}`;
    if (!wasStarted) await submit(parts, { ...jobs[0]!, key });
    return { id: ids[0]!, flow: input.flow, version: definition.version };
  };
  try {
    return await once(await parts.definitions.newest(input.flow));
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'flow-outdated') throw error;
    return once(await parts.definitions.latest(input.flow));
  }
}

/** Many instances, as bulk work; their ids at once. */
export async function startInstances(
  parts: FlowParts,
  input: StartInput,
): Promise<{ ids: string[]; version: number }> {
  const definition = await parts.definitions.latest(input.flow);
  const { jobs, ids, wasStarted } = await prepare(parts, { ...input, definition }, 1);
  if (!wasStarted) {
    await enqueue(parts.sql, jobs);
    parts.engine.wake();
  }
  return { ids, version: definition.version };
}

interface PreparedInput extends StartInput {
  definition: Definition;
}

/** More than a range of ids holds get others each time they are asked for. */
const longestRange = 65_536;

async function prepare(parts: FlowParts, input: PreparedInput, lane: Lane) {
  const { actor, flow, items, definition } = input;
  await allow(parts, input);
  const firstId = items.length <= longestRange ? input.firstId : undefined;
  const { jobs, ids } = packStarts({
    flow,
    version: definition.version,
    // Bulk work keeps the version it was given, however long it takes.
    ...(lane === 0 && { isLatest: true }),
    actor: actor.id,
    depth: 0,
    now: parts.clock.now(),
    items,
    lane,
    firstId,
  });
  const wasStarted = firstId !== undefined && (await isStarted(parts.sql, ids[0]!, ids.at(-1)!));
  return { jobs, ids, wasStarted };
}

/** Who operates flows starts anything; others start flows about records that they see. */
async function allow(parts: FlowParts, { actor, flow, items, definition }: PreparedInput): Promise<void> {
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
    if (!isOperator && !parts.access.mayEver(actor, entity, 'run'))
      throw new Problem({ status: 403, code: 'flow-run-forbidden', params: { entity } });
    const found = await parts.records.readMany({
      actor,
      entity,
      ids: group.map((one) => one.id),
      fields: [parts.registry.entity(entity).title],
    });
    const missing = found.indexOf(null);
    if (missing >= 0) throw notFound(entity, group[missing]!.id);
  }
}
