/** What an instance waits for besides people, as sentences: a time, a message, a flow that it called. Pure. */
import type { Graph } from '../graph/index.ts';
import type { State } from '../step/index.ts';
import { durationText, type Words } from './story-texts.ts';

export interface WaitingMaterial extends Pick<Words, 'say' | 'locale'> {
  graph: Graph;
  state: State;
  /** When its timers are due, in milliseconds since 1970, by the number of the wait. */
  due: ReadonlyMap<number, number>;
  /** The flows called that have not ended. */
  calls: readonly { element: string; flowName: string }[];
  now: number;
  nameOf(element: string): string;
}

/** Each said once, however many tokens wait for it; deadlines of what is being done are left out. */
export const whatWaits = (material: WaitingMaterial): string[] => [
  ...new Set([...events(material), ...calls(material)]),
];

function events({ graph, state, due, now, nameOf, say, locale }: WaitingMaterial): string[] {
  const waits = state.tokens.flatMap((token) => token.waits ?? []);
  return waits.flatMap(({ id, element }) => {
    const node = graph.nodes[element];
    if (!node || !['intermediateCatchEvent', 'receiveTask'].includes(node.type)) return [];
    const task = nameOf(element);
    const at = due.get(id);
    if (at !== undefined)
      return [say('story.waits-time', { task, duration: durationText(Math.max(0, at - now), locale) })];
    const isMessage = node.type === 'receiveTask' || node.event?.kind === 'message';
    return [say(isMessage ? 'story.waits-message' : 'story.waits-event', { task })];
  });
}

const calls = ({ calls: called, nameOf, say }: WaitingMaterial): string[] =>
  called.map(({ element, flowName }) => say('story.waits-call', { task: nameOf(element), flow: flowName }));
