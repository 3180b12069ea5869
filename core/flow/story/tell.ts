/** History as sentences: who did what, why it went where it went. Pure, so that it is tested without a database. */
import type { FlowNode, Graph } from '../graph/index.ts';
import { failureIn, type Act } from '../step/history.ts';
import type { BpmnError, HistoryEntry } from '../step/types.ts';
import { durationText, reasonText, type Words } from './story-texts.ts';

export type StoryKind = 'start' | 'person' | 'system' | 'way' | 'problem' | 'operator' | 'end';

export interface StoryLine {
  at: number;
  kind: StoryKind;
  text: string;
}

export interface PersonStep {
  element: string;
  by: string | null;
  createdAt: number;
  endedAt: number | null;
}

export interface StoryMaterial extends Words {
  graphs: readonly Graph[];
  entries: readonly HistoryEntry[];
  /** Work items that were completed, in the order in which they were. */
  steps: PersonStep[];
  nameOf(element: string): string;
  personOf(id: string | null): string;
  /** Conditions are for who may see variables; others read the name of the way alone. */
  hasConditions: boolean;
  /** The sentence for what a step failed of. */
  reasonOf(error: BpmnError): string;
}

export function tell(material: StoryMaterial): StoryLine[] {
  return material.entries.flatMap((entry) => {
    const line = lineOf(material, entry);
    return line ? [{ at: entry.at, ...line }] : [];
  });
}

type Line = Omit<StoryLine, 'at'>;

function lineOf(material: StoryMaterial, entry: HistoryEntry): Line | null {
  if (entry.event === 'taken') return way(material, entry);
  if (entry.event === 'log') return operator(material, entry) ?? decided(material, entry);
  const node = nodeOf(material, entry.element);
  if (!node) return null;
  if (node.type === 'userTask') return person(material, entry);
  if (entry.event === 'failed') return failed(material, entry);
  return entry.event === 'completed' ? completed(material, entry, node) : null;
}

const systemTasks = new Set([
  'serviceTask',
  'sendTask',
  'scriptTask',
  'businessRuleTask',
  'receiveTask',
  'callActivity',
]);

function completed(material: StoryMaterial, entry: HistoryEntry, node: FlowNode): Line | null {
  if (systemTasks.has(node.type))
    return node.name ? { kind: 'system', text: sayOf(material, 'done', entry) } : null;
  if (node.type === 'endEvent' && node.scope === material.graphs[0]!.key)
    return { kind: 'end', text: sayOf(material, node.name ? 'ended-at' : 'ended', entry) };
  if (node.type !== 'intermediateCatchEvent' && node.type !== 'boundaryEvent') return null;
  const kind = node.event?.kind ?? 'message';
  const known = kind === 'timer' || kind === 'error' ? kind : 'message';
  if (!node.name) return null;
  return { kind: known === 'error' ? 'problem' : 'system', text: sayOf(material, `event-${known}`, entry) };
}

function failed(material: StoryMaterial, entry: HistoryEntry): Line {
  const reason = failureIn(entry);
  if (!reason) return { kind: 'problem', text: sayOf(material, 'failed', entry) };
  const params = { task: material.nameOf(entry.element), reason: material.reasonOf(reason) };
  return { kind: 'problem', text: material.say('story.failed-because', params) };
}

function person(material: StoryMaterial, entry: HistoryEntry): Line | null {
  if (entry.event === 'cancelled') return { kind: 'system', text: sayOf(material, 'not-needed', entry) };
  if (entry.event !== 'completed') return null;
  const { steps, say, locale } = material;
  const index = steps.findIndex((step) => step.element === entry.element);
  const [step] = index < 0 ? [] : steps.splice(index, 1);
  const params = {
    task: material.nameOf(entry.element),
    who: material.personOf(step?.by ?? null),
    duration: step ? durationText((step.endedAt ?? entry.at) - step.createdAt, locale) : '',
  };
  return { kind: 'person', text: say(step ? 'story.completed' : 'story.done', params) };
}

/** Only where there was a choice: a flow with a name or a condition out of something with several ways. */
function way(material: StoryMaterial, { element }: HistoryEntry): Line | null {
  const graph = material.graphs.find((each) => each.flows[element]);
  const flow = graph?.flows[element];
  const source = flow && graph.nodes[flow.source];
  if (!flow || !source || source.outgoing.length < 2 || source.type === 'parallelGateway') return null;
  const target = targetName(material, graph, flow.target);
  if (!target) return null;
  const { say, hasConditions } = material;
  if (source.default === flow.id && !flow.name)
    return { kind: 'way', text: say('story.otherwise', { target }) };
  const reason = hasConditions && flow.condition ? reasonText(flow.condition, material) : null;
  if (reason) return { kind: 'way', text: say('story.because', { reason, target }) };
  const text = flow.name
    ? say('story.as-named', { name: flow.name, target })
    : say('story.went-to', { target });
  return { kind: 'way', text };
}

/** The next thing on the way that has a name: joins and forks have none. */
function targetName(material: StoryMaterial, graph: Graph, element: string): string | null {
  let node = graph.nodes[element];
  for (let steps = 0; node && steps < 5; steps++) {
    if (node.name) return material.nameOf(node.id);
    if (!node.type.endsWith('Gateway')) return node.id;
    node = node.outgoing.length === 1 ? graph.nodes[graph.flows[node.outgoing[0]!]!.target] : undefined;
  }
  return null;
}

type Done = { [Kind in keyof Act]?: Act[Kind] & { by: string } };

function operator(material: StoryMaterial, { element, data }: HistoryEntry): Line | null {
  if (element !== material.graphs[0]!.key || !data) return null;
  // The cast: at the process itself only operators' commands write into the log.
  const [kind] = Object.keys(data) as (keyof Act)[];
  const done = data as Done;
  const act = kind && done[kind];
  if (!act) return null;
  const said = { who: material.personOf(act.by), ...saidOf(material, done) };
  const isUnseen = kind === 'changed' && !material.hasConditions;
  return { kind: 'operator', text: material.say(`story.${isUnseen ? 'changed-unseen' : kind}`, said) };
}

/** What a sentence says of an act besides who did it. */
function saidOf(
  { say, nameOf, locale }: StoryMaterial,
  { modified, migrated, resolved, retried, changed }: Done,
): Record<string, unknown> {
  const list = (items: string[]): string =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
  const quoted = (elements: string[]): string =>
    list(elements.map((element) => say('story.step', { task: nameOf(element) })));
  if (resolved ?? retried) return { steps: quoted((resolved ?? retried)!.elements) };
  if (changed) return { variables: list(changed.variables) };
  if (migrated) return { from: migrated.from, to: migrated.to };
  // The cast: so they are noted.
  const changes = (modified?.changes ?? []) as { do: string; from: string | null; to: string | null }[];
  const parts = changes.map(({ do: what, from, to }) =>
    say(`story.change-${what}`, { from: from ? nameOf(from) : '', to: to ? nameOf(to) : '' }),
  );
  return { changes: list(parts) };
}

interface Asked {
  decision?: string;
  trace?: { name: string; rules?: number[] }[];
}

/** Which rules of which table hit. What they looked at is for operators. */
function decided(material: StoryMaterial, entry: HistoryEntry): Line | null {
  if (entry.type !== 'businessRuleTask' || !entry.data) return null;
  // The cast: of what is logged at a business rule task, a decision's answer alone has these members.
  const { decision, trace } = entry.data as unknown as Asked;
  const last = decision === undefined ? undefined : trace?.at(-1);
  if (last?.rules === undefined) return null;
  const rules = new Intl.ListFormat(material.locale, { type: 'conjunction' }).format(last.rules.map(String));
  const key = last.rules.length === 0 ? 'decided-none' : 'decided';
  const params = { task: material.nameOf(entry.element), decision: last.name, rules };
  return { kind: 'way', text: material.say(`story.${key}`, params) };
}

const sayOf = ({ say, nameOf }: StoryMaterial, key: string, { element }: HistoryEntry): string =>
  say(`story.${key}`, { task: nameOf(element) });

const nodeOf = ({ graphs }: StoryMaterial, element: string): FlowNode | undefined =>
  graphs.find((graph) => graph.nodes[element])?.nodes[element];
