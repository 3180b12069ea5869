import type { Actor } from '../../access/actor.ts';
import { may } from '../../access/actor.ts';
import { people } from '../shell/sql/people.ts';
import { sayer, type Say } from '../story/story-texts.ts';
import { whatWaits } from '../story/what-waits.ts';
import { tell, type PersonStep, type StoryKind, type StoryLine } from '../story/tell.ts';
import type { FoundInstance } from './find-instance.ts';
import { flowTexts } from './flow-texts.ts';
import type { FlowParts } from './parts.ts';
import { listIncidents } from './list-incidents.ts';
import { historyEntries } from './read-history.ts';
import { readInstance, seenInstance, type InstanceView } from './read-instance.ts';
import { comparedWords } from './compared-words.ts';
import { toldError } from './told-error.ts';

export interface StoryItem {
  at: Date;
  kind: StoryKind | 'now';
  text: string;
}

interface Step extends PersonStep {
  state: string;
  assignee: string | null;
}

const mostEntries = 2_000;

/** What happened so far and what is waited for, in sentences of the reader's language. */
export async function readStory(
  parts: FlowParts,
  { actor, id }: { actor: Actor; id: string },
): Promise<{ items: StoryItem[] }> {
  const row = await seenInstance(parts, actor, id);
  const view = await readInstance(parts, { actor, id });
  const { entries, graphs } = await historyEntries(parts, row, mostEntries);
  const steps = await parts.sql<Step[]>`
    select element, ended_by as by, state, assignee, (extract(epoch from created_at) * 1000)::float8 as "createdAt",
      (extract(epoch from ended_at) * 1000)::float8 as "endedAt"
    from flow.work_item where instance_id = ${id} order by ended_at nulls last, id limit ${mostEntries}`;
  const personOf = await personNames(parts, actor, entries, [
    row.startedBy,
    ...steps.flatMap((step) => [step.by, step.assignee]),
  ]);
  const texts = flowTexts(parts, actor);
  const nameOf = (element: string): string => {
    const name = graphs.find((graph) => graph.nodes[element])?.nodes[element]?.name ?? '';
    return texts.element(row.flow, element, name) || element;
  };
  const { locale } = actor;
  const say = sayer(parts.registry, locale);
  const lines = tell({
    graphs,
    entries,
    steps: steps.filter((step) => step.state === 'completed'),
    nameOf,
    personOf,
    hasConditions: may(actor, 'flows.operate'),
    wordsOf: comparedWords(parts, { actor, graphs }),
    reasonOf: (error) => toldError(parts.registry, locale, error),
    say,
    locale,
  });
  const stops = await stopsOf(parts, { actor, id, nameOf, say });
  const happened = [...lines, ...stops].toSorted((one, other) => one.at - other.at);
  const started = say('story.started', { flow: view.flowName, who: personOf(row.startedBy) });
  const waiting = steps
    .filter((step) => step.state === 'open')
    .map(({ element, assignee, createdAt }) => ({
      at: createdAt,
      kind: 'now' as const,
      text: say(assignee ? 'story.waits-for' : 'story.waits', {
        task: nameOf(element),
        who: personOf(assignee),
      }),
    }));
  return {
    items: [
      { at: row.startedAt, kind: 'start', text: started },
      ...[...happened, ...waiting].map(({ at, ...line }) => ({ at: new Date(at), ...line })),
      ...(await elsewhere(parts, { row, view, say, locale, nameOf })),
      ...closing(view, say),
    ],
  };
}

interface Stopped extends Pick<Elsewhere, 'say' | 'nameOf'> {
  actor: Actor;
  id: string;
}

/** Where it stopped, also where somebody helped it on since. What it stopped at is for operators. */
async function stopsOf(parts: FlowParts, { actor, id, say, nameOf }: Stopped): Promise<StoryLine[]> {
  if (!may(actor, 'flows.operate')) return [];
  const { items } = await listIncidents(parts, { actor, instance: id, limit: 100, withResolved: true });
  return items.toReversed().map(({ at, element, message }) => ({
    at: at.getTime(),
    kind: 'problem',
    text: say('story.stopped', { task: element ? nameOf(element) : '', message }),
  }));
}

interface Elsewhere {
  row: FoundInstance;
  view: InstanceView;
  say: Say;
  locale: Actor['locale'];
  nameOf(element: string): string;
}

/** What it waits for besides people. */
async function elsewhere(parts: FlowParts, { row, view, ...words }: Elsewhere): Promise<StoryItem[]> {
  const { state, flow, version } = row;
  if (!state || view.state === 'suspended') return [];
  const { graph } = await parts.definitions.get(flow, version);
  const timers = await parts.sql<{ wait: number; due: number }[]>`
    select (payload->>'wait')::int as wait, (extract(epoch from due_at) * 1000)::float8 as due
    from core.job where target = ${row.id} and kind = 'flow.timer'`;
  const now = parts.clock.now();
  const sentences = whatWaits({
    ...words,
    ...{ graph, state, now },
    due: new Map(timers.map(({ wait, due }) => [wait, due])),
    calls: view.children.filter((called) => !endStates.has(called.state)),
  });
  return sentences.map((text) => ({ at: new Date(now), kind: 'now', text }));
}

const endStates = new Set(['completed', 'terminated', 'failed']);

/** What can never go on, and how it ended from outside. */
function closing(
  view: InstanceView,
  say: (key: string, params?: Record<string, unknown>) => string,
): StoryItem[] {
  const now = new Date();
  const items: StoryItem[] = [];
  for (const { stuck } of view.tokens) if (stuck) items.push({ at: now, kind: 'problem', text: stuck });
  if (view.state === 'suspended') items.push({ at: now, kind: 'operator', text: say('story.is-suspended') });
  if (!view.endedAt) return items;
  const reason = view.error?.message ?? '';
  if (view.state === 'terminated')
    items.push({
      at: view.endedAt,
      kind: 'end',
      text: say(reason ? 'story.cancelled-because' : 'story.cancelled', { reason }),
    });
  if (view.state === 'failed')
    items.push({ at: view.endedAt, kind: 'problem', text: say('story.ended-failed', { reason }) });
  return items;
}

const isUser = /^[\da-f]{8}-[\da-f-]{27}$/i;

async function personNames(
  { sql, registry }: FlowParts,
  { locale }: Actor,
  entries: readonly { data?: unknown }[],
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string> {
  const inData = JSON.stringify(entries.flatMap(({ data }) => data ?? [])).match(/"by":"([^"]+)"/g) ?? [];
  const all = [...ids, ...inData.map((text) => text.slice(6, -1))].filter(
    (id) => id !== null && isUser.test(id),
  );
  const users =
    all.length > 0 ? await people(sql, [...new Set(all as string[])]) : new Map<string, { name?: unknown }>();
  return (id) => {
    const name = id === null ? undefined : users.get(id)?.name;
    return typeof name === 'string'
      ? name
      : registry.text(locale, id === null ? 'story.somebody' : 'story.system');
  };
}
