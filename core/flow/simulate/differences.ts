/** How a trial went otherwise than a test expects, in sentences. */
import type { Actor } from '../../access/actor.ts';
import type { Registry } from '../../registry.ts';
import type { Graph } from '../graph/index.ts';
import { expectedChanges } from './keep-test.ts';
import type { ExpectedChange, TestContent } from './test-content.ts';
import type { Say } from './tell-outcome.ts';
import type { Trial } from './types.ts';

interface Compared {
  registry: Pick<Registry, 'text' | 'entity' | 'hasEntity'>;
  actor: Pick<Actor, 'locale'>;
  graph: Graph;
  content: TestContent;
  trial: Trial;
  say: Say;
}

export function differencesOf(compared: Compared): string[] {
  const { content, trial, say } = compared;
  const { expected } = content;
  const told: string[] = [];
  if (content.wouldStart === true && trial.wouldStart === false) told.push(say('trial.diff.no-start'));
  if (expected.state !== trial.state || expected.at.join() !== trial.at.join())
    told.push(say('trial.diff.outcome', { before: expected.why, after: trial.why }));
  return [...told, ...otherWay(compared), ...otherChanges(compared)];
}

/** Ways are told by the steps that they lead to. */
function otherWay({ graph, content, trial, say }: Compared): string[] {
  const [before, after] = [new Set(content.expected.passed), new Set(trial.passed)];
  const nameOf = (id: string): string => graph.nodes[id]?.name || id;
  const isStep = (id: string): boolean => !graph.flows[id] && !graph.nodes[id]?.type.endsWith('Gateway');
  const only = (some: Set<string>, others: Set<string>): string[] =>
    [...some].filter((id) => !others.has(id) && isStep(id)).map(nameOf);
  const [missing, added] = [only(before, after), only(after, before)];
  return [
    ...(missing.length > 0 ? [say('trial.diff.missing', { names: missing.join(', ') })] : []),
    ...(added.length > 0 ? [say('trial.diff.added', { names: added.join(', ') })] : []),
  ];
}

function otherChanges(compared: Compared): string[] {
  const { content, trial, say } = compared;
  const left = expectedChanges(trial).map((change) => ({ change, text: textOf(change) }));
  const told: string[] = [];
  for (const change of content.expected.changes) {
    const index = left.findIndex(({ text }) => text === textOf(change));
    if (index >= 0) left.splice(index, 1);
    else told.push(say('trial.diff.no-change', { what: said(compared, change) }));
  }
  return [...told, ...left.map(({ change }) => say('trial.diff.change', { what: said(compared, change) }))];
}

const textOf = ({ entity, kind, id, fields }: ExpectedChange): string =>
  JSON.stringify([
    entity,
    kind,
    id,
    Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);

function said({ registry, actor }: Compared, { entity, fields }: ExpectedChange): string {
  const plugin = registry.hasEntity(entity) ? registry.entity(entity).plugin : '';
  const text = (kind: string, path: string): string => {
    const key = `${plugin}.${kind}.${path}`;
    const found = registry.text(actor.locale, key);
    return found === key ? path.slice(path.lastIndexOf('.') + 1) : found;
  };
  const values = Object.entries(fields).map(
    ([field, value]) => `${text('field', `${entity}.${field}`)} = ${shown(value)}`,
  );
  const name = text('entity', `${entity}.one`);
  return `${name === 'one' ? entity : name}: ${values.join(', ')}`;
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'title' in value) return String(value.title);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
