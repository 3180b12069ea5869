/** When customers are thought of unasked; part of `service.test.ts`, which opens the desk. */
import { addDays, dayIn } from '../../../core/index.ts';
import { expect, test } from 'vitest';
import { addMonths, nextYearly } from '../models/care/days.ts';
import type { Desk } from './open-desk.ts';

/** By the clock of the desk, which other stories have moved on: close to midnight its day is not that of the machine. */
const todayAt = ({ world }: Desk): string => dayIn(world.clock.now(), 'UTC');
/** Born in a leap year, which has them all. */
const birthdayOn = (day: string): string => `1992${day.slice(4)}`;

async function occasionsOf(desk: Desk, plan: unknown) {
  const filter = encodeURIComponent(JSON.stringify({ plan }));
  const path = `/api/records/care-occasion?limit=100&sort=on&filter=${filter}`;
  const { items } = (await desk.world.call('Agent', 'GET', path)).body;
  return items.map(({ name, on, status }) => [String(name).split(' · ')[0], on, status]);
}

const contact = async (desk: Desk, name: string, values: Record<string, unknown>) =>
  (await desk.create('contact', { name, ...values }))['id'];

/** As the flow does: until there is no next. */
async function planAll(desk: Desk): Promise<number> {
  let after: unknown = null;
  let planned = 0;
  do {
    const [done] = await desk.runTask('service.plan-care', [{ after }]);
    // The cast: what the task answers.
    const { next, planned: some } = done as { next: string | null; planned: number };
    after = next;
    planned += some;
  } while (after !== null);
  return planned;
}

export function careTests(deskOf: () => Desk): void {
  test('a day of each year comes again, and 29 February on the 28th in the years between', () => {
    expect(nextYearly('1990-05-01', '2026-11-22')).toBe('2027-05-01');
    expect(nextYearly('1992-02-29', '2027-02-01')).toBe('2027-02-28');
    expect(nextYearly('1992-02-29', '2028-02-01')).toBe('2028-02-29');
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  });

  test('birthdays of the next weeks are planned once, days before where the plan says so, and stay where they are moved', async () => {
    const desk = deskOf();
    const today = todayAt(desk);
    // given one whose birthday comes, one far off, one unknown; and a plan that is on
    await contact(desk, 'Bea Soon', { birthday: birthdayOn(addDays(today, 10)), email: 'bea@care.example' });
    await contact(desk, 'Cid Later', { birthday: birthdayOn(addDays(today, 120)) });
    await contact(desk, 'Dee Unknown', {});
    const values = { name: 'Birthdays', subject: 'Happy birthday, {{name}}', text: 'All the best' };
    const plan = (await desk.create('care-plan', { ...values, daysBefore: 2, isActive: true }))['id'];
    // when
    expect(await planAll(desk)).toBe(1);
    // then
    expect(await occasionsOf(desk, plan)).toEqual([['Bea Soon', addDays(today, 8), 'planned']]);
    // when it is moved, and planned again
    const { items } = (await desk.world.call('admin', 'GET', '/api/records/care-occasion')).body;
    const path = `/api/records/care-occasion/${String(items[0]!['id'])}`;
    expect((await desk.world.call('Agent', 'PATCH', path, { on: addDays(today, 9) })).status).toBe(200);
    expect(await planAll(desk)).toBe(0);
    // then
    expect(await occasionsOf(desk, plan)).toEqual([['Bea Soon', addDays(today, 9), 'planned']]);
    // when it is switched off, and on again
    const turn = (isActive: boolean) =>
      desk.world.call('admin', 'PATCH', `/api/records/care-plan/${String(plan)}`, { isActive });
    await turn(false);
    expect(await desk.runTask('service.take-off-care', [{ plan }])).toEqual([{ isAll: true }]);
    expect(await occasionsOf(desk, plan)).toEqual([['Bea Soon', addDays(today, 9), 'cancelled']]);
    await turn(true);
    expect(await planAll(desk)).toBe(1);
    expect(await occasionsOf(desk, plan)).toEqual([['Bea Soon', addDays(today, 9), 'planned']]);
    await turn(false);
  });

  test('a holiday is for those of a language, a return visit for customers with a contract, months after the last', async () => {
    const desk = deskOf();
    const today = todayAt(desk);
    // given
    const account = (await desk.create('account', { name: 'Visited Ltd' }))['id'];
    const days = { startsOn: addDays(today, -100), endsOn: addDays(today, 100) };
    await desk.create('service-contract', { name: 'All in', account, ...days });
    const visited = await contact(desk, 'Vera Visited', { account });
    await contact(desk, 'Wang Wei', { language: 'zh-CN' });
    const holiday = { name: '春节', occasion: 'holiday', day: addDays(today, 20), isYearly: false };
    const spring = await desk.create('care-plan', {
      ...{ ...holiday, how: 'person', language: 'zh-CN', isActive: true },
    });
    const visits = await desk.create('care-plan', {
      ...{ name: 'Visit', occasion: 'visit', months: 3, how: 'person', whom: 'contract', isActive: true },
    });
    const last = addMonths(addDays(today, 30), -3);
    await desk.create('care-occasion', {
      ...{ name: 'Vera Visited · Visit', plan: visits['id'], occasion: 'visit', contact: visited },
      ...{ on: last, due: last, status: 'done' },
    });
    // when
    await planAll(desk);
    // then
    expect(await occasionsOf(desk, spring['id'])).toEqual([['Wang Wei', addDays(today, 20), 'planned']]);
    expect(await occasionsOf(desk, visits['id'])).toEqual([
      ['Vera Visited', last, 'done'],
      ['Vera Visited', addMonths(last, 3), 'planned'],
    ]);
    expect(await planAll(desk)).toBe(0);
  });
}
