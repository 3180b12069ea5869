import { addDays } from '../../../core/index.ts';
import type { Desk } from './open-desk.ts';

/** What tests of rotas do again and again; `day` counts from today. */
export function rotaSteps(deskOf: () => Desk) {
  const people = async (names: readonly string[]): Promise<Record<string, string>> =>
    Object.fromEntries(
      await Promise.all(
        names.map(async (name) => [name, await deskOf().world.person(name, ['service.agent'])] as const),
      ),
    );
  const day = (count: number): string => addDays(new Date().toISOString().slice(0, 10), count);
  const turnsOf = async (rota: unknown) => {
    const filter = encodeURIComponent(JSON.stringify({ rota }));
    const path = `/api/records/duty?limit=100&sort=startsAt&filter=${filter}`;
    // The cast: the fields that are asked about.
    return (await deskOf().world.call('Agent', 'GET', path)).body.items as {
      id: string;
      name: string;
      startsAt: string;
      endsAt: string;
    }[];
  };
  const plan = () => deskOf().runTask('service.plan-duties', [{}]);
  return { people, day, turnsOf, plan };
}
