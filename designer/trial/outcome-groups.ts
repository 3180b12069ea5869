import type { Outcome, Simulated } from '../data/trials.ts';

export interface OutcomeGroup {
  state: Outcome['state'];
  /** Where it ended or stopped. */
  at: string;
  count: number;
  /** In the version that runs; null where there is none. */
  running: number | null;
}

const order: Outcome['state'][] = [
  'incident',
  'failed',
  'limit',
  'stuck',
  'not-tried',
  'waiting',
  'completed',
];

/** How many end, stop or wait where; what needs a look comes first. */
export function outcomeGroups({ trials, running }: Simulated): OutcomeGroup[] {
  const groups = new Map<string, OutcomeGroup>();
  const groupOf = ({ state, at }: Outcome): OutcomeGroup => {
    const [first = ''] = at;
    const key = `${state} ${first}`;
    const group = groups.get(key) ?? { state, at: first, count: 0, running: running ? 0 : null };
    groups.set(key, group);
    return group;
  };
  for (const trial of trials) {
    groupOf(trial).count++;
    if (!trial.running) continue;
    const group = groupOf(trial.running);
    group.running = (group.running ?? 0) + 1;
  }
  const rank = ({ state }: OutcomeGroup): number => (order.indexOf(state) + order.length) % order.length;
  return [...groups.values()].toSorted((one, other) => rank(one) - rank(other) || other.count - one.count);
}

export const toneOfState = (state: Outcome['state']): 'good' | 'warn' | 'bad' | 'neutral' => {
  if (state === 'completed') return 'good';
  if (state === 'waiting') return 'warn';
  return state === 'not-started' || state === 'terminated' ? 'neutral' : 'bad';
};
