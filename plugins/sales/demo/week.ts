import type { DemoServices } from '../../../core/index.ts';
import type { Past } from './history.ts';
import { dateOf } from './history.ts';

const hour = 3_600_000;
const steps = [
  'Send the offer',
  'Show it on site',
  'Call back about delivery',
  'Ask who signs',
  'Compare with Argus Lab',
];

/** The last seven days: people move deals and note next steps, and the flows that this wakes are running. */
export async function week(services: DemoServices, deals: readonly (Past & { id: string })[]): Promise<void> {
  const inStage = (stage: string) => deals.filter((deal) => deal.values.stage === stage);
  const engaging = inStage('engaging').slice(0, 18);
  const acts = [
    ...inStage('prospecting')
      .slice(0, 12)
      .map((deal) => ({ deal, act: 'engage' as const })),
    ...engaging.slice(0, 5).map((deal) => ({ deal, act: 'win' as const })),
    ...engaging.slice(5, 8).map((deal) => ({ deal, act: 'lose' as const })),
    ...engaging.slice(8).map((deal) => ({ deal, act: 'note' as const })),
  ];
  for (const [index, { deal, act }] of acts.entries()) {
    const at = services.now - (acts.length - index) * (160 / acts.length) * hour;
    const person = services.as({ user: deal.values.owner, at, startsFlows: act !== 'note' });
    await person.update('opportunity', [{ id: deal.id, values: valuesOf(act, at, index) }]);
  }
}

function valuesOf(act: 'engage' | 'win' | 'lose' | 'note', at: number, index: number) {
  if (act === 'engage') return { stage: 'engaging', engageDate: dateOf(at) };
  if (act === 'win') return { stage: 'won', closeDate: dateOf(at), amount: 900 + index * 140 };
  if (act === 'lose') return { stage: 'lost', closeDate: dateOf(at) };
  return { nextStep: steps[index % steps.length] };
}
