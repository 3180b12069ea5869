import type { DemoServices, Values } from '../../../core/index.ts';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** A target for every seller and month of the year, and one for each team that asks for a little more than all of them. */
export async function targets(
  services: DemoServices,
  {
    users,
    teams,
  }: { users: Record<string, string>; teams: readonly { manager: string; sellers: string[] }[] },
): Promise<void> {
  const year = new Date(services.now).getUTCFullYear();
  const target = (name: string, covers: string, month: number, amount: number): Values => {
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    return { owner: users[name] ?? '', covers, month: day, amount, name: `${day.slice(0, 7)} · ${name}` };
  };
  const own = (seller: number, month: number): number =>
    3_200 + (seller % 4) * 400 + Math.ceil(month / 3) * 300;
  await services.create(
    'sales-target',
    teams.flatMap(({ manager, sellers }) =>
      months.flatMap((month) => [
        ...sellers.map((name, index) => target(name, 'person', month, own(index, month))),
        target(
          manager,
          'team',
          month,
          Math.ceil(sellers.reduce((sum, _, index) => sum + own(index, month), 0) / 1_000) * 1_000,
        ),
      ]),
    ),
  );
}
