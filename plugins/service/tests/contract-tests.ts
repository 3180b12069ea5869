/** What customers are entitled to, and what was promised to them; part of `service.test.ts`, which opens the desk. */
import { expect, test } from 'vitest';
import { mailOf, type Desk } from './open-desk.ts';

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const hour = 3_600_000;

export function contractTests(deskOf: () => Desk): void {
  test('a customer is entitled on the days of a contract, for its product or for all', async () => {
    const desk = deskOf();
    const account = (await desk.create('account', { name: 'Covered Ltd' }))['id'];
    const product = (await desk.create('product', { name: 'Lamp' }))['id'];
    const days = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
    await desk.create('service-contract', { name: 'Lamps', account, product, ...days });
    const results = await desk.runTask('service.check-entitlement', [
      { account, product, on: '2026-12-31' },
      { account, product, on: '2027-01-01' },
      { account, on: '2026-06-01' },
      { account: null, product },
    ]);
    expect(results.map((result) => (result as { isCovered: boolean }).isCovered)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('a request knows its contract, and is promised what the contract’s package says, in the hours of its calendar', async () => {
    const desk = deskOf();
    const { world } = desk;
    // given a calendar in which somebody always works, a promise in it to who bought gold, and one to all
    const all = [['00:00', '24:00']];
    const calendars = [
      { id: 'always', name: 'Always', hours: [all, all, all, all, all, all, all], holidays: [] },
    ];
    const saved = await world.call('admin', 'PATCH', '/api/company', { calendars });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    const gold = (await desk.create('service-package', { name: 'Gold' }))['id'];
    const urgent = { priority: 'urgent', firstAnswer: 7_200 };
    const usual = await desk.create('sla-policy', { name: 'Urgent', ...urgent });
    const golden = await desk.create('sla-policy', {
      ...{ ...urgent, name: 'Urgent, gold', package: gold, calendar: 'Always' },
    });
    const account = (await desk.create('account', { name: 'Golden Ltd' }))['id'];
    const product = (await desk.create('product', { name: 'Crane' }))['id'];
    const days = { startsOn: day(-10), endsOn: day(10) };
    const contract = await desk.create('service-contract', {
      ...{ name: 'Cranes', account, product, package: gold, ...days },
    });
    // when a request of the customer comes that is about something else
    const asked = { requesterName: 'Gil', account, priority: 'urgent', product: null };
    const ticket = await desk.create('ticket', { subject: 'It squeaks', ...asked });
    const path = `/api/records/ticket/${String(ticket['id'])}`;
    // then nothing covers it, and it is promised what all are
    expect((await world.call('admin', 'GET', path)).body).toMatchObject({
      contract: null,
      policy: { id: usual['id'] },
    });
    // when it turns out to be about the crane
    await world.call('admin', 'PATCH', path, { product });
    // then two hours are two hours, on a Sunday as well
    const now = (await world.call('admin', 'GET', path)).body;
    expect(now).toMatchObject({ contract: { id: contract['id'] }, policy: { id: golden['id'] } });
    const length = Date.parse(String(now['firstAnswerDue'])) - Date.parse(String(now['createdAt']));
    expect(Math.round(length / hour)).toBe(2);
    // and the mail of somebody without a contract is promised what all are
    const other = await desk.taken(mailOf('Help', { From: 'poor@customer.example' }));
    expect((await desk.read(other))['contract']).toBeNull();
    // and a calendar that is none is refused with those that are
    const wrong = await world.call('admin', 'POST', '/api/records/sla-policy', {
      ...{ name: 'X', priority: 'low', calendar: 'Never' },
    });
    expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([
      422,
      expect.stringContaining('one of: Always'),
    ]);
    await world.call('admin', 'PATCH', '/api/company', { calendars: [] });
  });
}
