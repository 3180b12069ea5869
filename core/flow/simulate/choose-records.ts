/** The records of a trial: those named, those that a filter finds, or those whose changes would have started the flow. */
import type { Tx } from '../../db/connect.ts';
import { notFound, Problem } from '../../errors.ts';
import type { Candidate } from './candidate.ts';
import { trialLimits } from './limits.ts';
import { titlesOf } from './read-changes.ts';
import type { TrialInput } from './types.ts';
import { asNew, pastChanges, startedBy, type Begun } from './would-start.ts';

export interface Chosen {
  records: { id: string; title: string | null }[];
  found: number;
  isMore: boolean;
  /** What starts it, by record; null where no change of a record does, or none was asked for. */
  tried: Map<string, Begun> | null;
  running: Map<string, Begun> | null;
  /** Only what would have started is tried. */
  isPast: boolean;
}

interface ChooseInput {
  tx: Tx;
  input: TrialInput;
  entity: string;
  candidate: Candidate;
  running: Candidate | null;
}

export async function chooseRecords(choice: ChooseInput): Promise<Chosen> {
  await choice.tx`select set_config('statement_timeout', '10s', true)`;
  if (choice.input.since !== undefined) return ofThePast(choice, choice.input.since);
  const { tx, input, entity, candidate } = choice;
  const { actor, records: named } = input;
  const { parts } = candidate;
  if (named) {
    const titles = await seen(choice, named);
    const missing = named.find((id) => !titles.has(id));
    if (missing !== undefined) throw notFound(entity, missing);
    return { ...told(titles, named.length), ...(await whichStart(choice, named)) };
  }
  const { filter, search, limit } = input;
  const page = await parts.records.list(
    {
      actor,
      entity,
      filter,
      search,
      limit,
      fields: [parts.registry.entity(entity).title],
      count: 'estimate',
    },
    tx,
  );
  const ids = page.items.map((record) => record.id);
  return {
    ...told(await seen(choice, ids), page.count ?? ids.length),
    isMore: page.countIsCapped === true,
    ...(await whichStart(choice, ids)),
  };
}

const told = (titles: Map<string, string | null>, found: number) => ({
  records: [...titles].map(([id, title]) => ({ id, title })),
  found,
  isMore: false,
  isPast: false,
});

/** Titles of those that the actor may see, in their order. */
async function seen(
  { tx, input: { actor }, entity, candidate: { parts } }: ChooseInput,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const records = await parts.records.readMany({ actor, entity, ids, fields: ['id'] }, tx);
  const titles = await titlesOf({ tx, parts, actor, entity, ids });
  return new Map(ids.flatMap((id, index) => (records[index] ? [[id, titles.get(id) ?? null] as const] : [])));
}

async function whichStart(
  { tx, entity, candidate, running }: ChooseInput,
  ids: readonly string[],
): Promise<Pick<Chosen, 'tried' | 'running'>> {
  const of = async ({ parts, definition }: Candidate): Promise<Map<string, Begun> | null> => {
    if (!definition.graph.starts.some((start) => start.kind === 'conditional')) return null;
    const changes = await asNew({ tx, parts, definition, entity }, ids);
    return startedBy({ tx, parts, definition, entity, changes });
  };
  return { tried: await of(candidate), running: running && (await of(running)) };
}

async function ofThePast(choice: ChooseInput, since: number): Promise<Chosen> {
  const { tx, input, entity, candidate, running } = choice;
  const { parts, definition } = candidate;
  if (!definition.graph.starts.some((start) => start.kind === 'conditional'))
    throw new Problem({ status: 422, code: 'trial-no-record-start', params: { flow: definition.name } });
  const ids = input.records;
  const { changes, isMore } = await pastChanges({
    tx,
    parts,
    definition,
    entity,
    since,
    ...(ids && { ids }),
  });
  const tried = await startedBy({ tx, parts, definition, entity, changes });
  const before =
    running &&
    (await startedBy({ tx, parts: running.parts, definition: running.definition, entity, changes }));
  const all = [...new Set([...tried.keys(), ...(before?.keys() ?? [])])];
  const titles = await seen(choice, all);
  const most = Math.min(input.limit, trialLimits.records);
  return {
    records: [...titles].slice(0, most).map(([id, title]) => ({ id, title })),
    found: titles.size,
    isMore,
    tried,
    running: before,
    isPast: true,
  };
}
