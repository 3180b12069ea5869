/** How a trial ended, in a sentence. */
import type { Graph } from '../graph/index.ts';
import { mayBeStuck, stuckTokens, summarize } from '../step/index.ts';
import type { InstanceRun } from '../shell/run.ts';
import type { Variables } from '../step/types.ts';
import type { Play } from './playing.ts';
import type { Outcome, PathStep, TrialIncident, TrialState } from './types.ts';
import { trialLimits } from './limits.ts';

export type Say = (key: string, params?: Record<string, unknown>) => string;

export interface Played extends Play {
  isOver: boolean;
}

export function tellIncidents(play: Played, graph: Graph, say: Say): TrialIncident[] {
  return play.incidents.map(({ element, code, message, params, expression }) => ({
    element,
    code,
    message: sentenceOf(say, {
      code,
      message,
      params: { element: `“${nameIn(graph, element)}”`, message, ...params },
    }),
    ...(expression !== undefined && { expression }),
  }));
}

interface Said {
  code: string;
  message: string;
  params?: Variables;
}

const sentenceOf = (say: Say, { code, message, params }: Said): string => {
  const reason = `problem.${String(params?.['reason'])}`;
  const because = say(reason, params);
  const text = say(`problem.${code}`, { ...params, ...(because !== reason && { message: because }) });
  // A gap that nobody filled says less than the bare message.
  return text === `problem.${code}` || text.includes('{{') ? message || code : text;
};

export function tellOutcome(play: Played, main: InstanceRun, say: Say): Outcome {
  const { state, at, why } = endOf(play, main, say);
  return {
    state,
    why,
    at,
    passed: [...new Set(main.history.filter(isPassed).map((entry) => entry.element))],
    lasted: Math.max(0, play.batch.now - main.startedAt),
  };
}

const nameIn = ({ nodes }: Graph, element: string): string => nodes[element]?.name || element;

const isPassed = ({ event, element }: { event: string; element: string }): boolean =>
  (event === 'entered' || event === 'taken' || event === 'completed') && element !== '';

type End = Pick<Outcome, 'state' | 'at' | 'why'>;

function endOf(play: Played, main: InstanceRun, say: Say): End {
  const { graph } = main.definition;
  const nameOf = (element: string): string => nameIn(graph, element);
  if (main.ended) {
    const { state, error } = main.ended;
    const last = main.history.findLast((entry) => entry.type === 'endEvent')?.element;
    const reason = error ? sentenceOf(say, error) : '';
    const name = last === undefined ? '' : (graph.nodes[last]?.name ?? '');
    return {
      state,
      at: last === undefined ? [] : [last],
      why: say(`trial.${state}${state === 'completed' && name ? '-at' : ''}`, { name, reason }),
    };
  }
  const [incident] = tellIncidents(play, graph, say);
  const standing = main.state ? summarize(graph, main.state).tokens.map((token) => token.element) : [];
  const elements = [...new Set(standing)];
  const stopped = (state: TrialState, why: string, at = elements): End => ({ state, why, at });
  if (incident)
    return stopped(
      'incident',
      say('trial.incident', { name: nameOf(incident.element), message: incident.message }),
      [incident.element],
    );
  if (play.isOver)
    return stopped(
      'limit',
      say('trial.limit', { steps: trialLimits.steps, seconds: trialLimits.secondsPerRecord }),
    );
  const awaited = [...play.waiting.values()];
  if (awaited.length > 0)
    return stopped('waiting', awaited.map((one) => waitsFor(one, say)).join(' '), [
      ...new Set(awaited.map(({ body }) => body.element)),
    ]);
  if (mayBeStuck(graph, elements) && main.state && stuckTokens(graph, main.state).length > 0)
    return stopped('stuck', say('trial.stuck', { names: elements.map(nameOf).join(', ') }));
  return stopped('waiting', say('trial.waits-somebody', { names: elements.map(nameOf).join(', ') }));
}

function waitsFor(
  { run, body }: Play['waiting'] extends Map<string, infer One> ? One : never,
  say: Say,
): string {
  const name = run.definition.graph.nodes[body.element]?.name || body.element;
  const what = 'name' in body ? body.name : '';
  return say(`trial.waits-${body.kind}`, { name, what });
}

/** With each step, only what is new or other since the step before. */
export function tellPath(main: InstanceRun): { path: PathStep[]; isCut: boolean } {
  let known: Variables = {};
  const told = main.history.slice(0, trialLimits.told);
  const path = told.map(({ element, type, event, at, iteration, data }) => {
    const step: PathStep = { element, type, event, at, ...(iteration !== undefined && { iteration }) };
    if (data === undefined || typeof data !== 'object' || data === null || Array.isArray(data)) return step;
    if (event === 'log') return { ...step, data: short(data) };
    const changed = Object.fromEntries(
      Object.entries(data).filter(([name, value]) => !isSame(known[name], value)),
    );
    known = { ...known, ...changed };
    return Object.keys(changed).length > 0 ? { ...step, data: short(changed) } : step;
  });
  return { path, isCut: main.history.length > told.length };
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (one !== undefined && JSON.stringify(one) === JSON.stringify(other));

const mostText = 4_000;

/** A step that reads ten thousand records shows that it does, not all of them. */
export const short = (data: Variables): Variables =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const text = JSON.stringify(value) ?? '';
      return [name, text.length > mostText ? `${text.slice(0, mostText)} … (${text.length})` : value];
    }),
  );
