/** Who answers a complaint first; part of `service.test.ts`, which opens the desk. */
import { expect, test } from 'vitest';
import { mailOf, type Desk } from './open-desk.ts';

const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();

export function dutyTests(deskOf: () => Desk): void {
  const call = async (values: Record<string, unknown>) => {
    const complaint = (await deskOf().create('complaint', { subject: 'It broke again', ...values }))['id'];
    const [called] = await deskOf().runTask('service.call-duty', [{ complaint }]);
    const path = `/api/records/complaint/${String(complaint)}`;
    return { called, complaint: (await deskOf().world.call('admin', 'GET', path)).body };
  };

  test('a complaint goes to who is on duty for its queue, then for all, and to nobody where nobody is', async () => {
    const desk = deskOf();
    // given nobody on duty: not yet, and not any more
    const [early, usual, special] = await Promise.all(
      ['Early', 'Usual', 'Special'].map((name) => desk.world.person(name, ['service.agent'])),
    );
    await desk.create('duty', { person: early, startsAt: hours(1), endsAt: hours(9) });
    await desk.create('duty', { person: early, startsAt: hours(-9), endsAt: hours(-1) });
    expect((await call({})).called).toEqual({ person: null });
    // when
    const duty = await desk.create('duty', { person: usual, startsAt: hours(-1), endsAt: hours(1) });
    const queue = (await desk.create('service-queue', { name: 'Elevators' }))['id'];
    await desk.create('duty', { person: special, startsAt: hours(-2), endsAt: hours(1), queue });
    // then
    expect(
      (await desk.world.call('Agent', 'GET', `/api/records/duty/${String(duty['id'])}`)).body['name'],
    ).toBe('Usual');
    expect((await call({})).complaint).toMatchObject({ responsible: { id: usual } });
    const ticket = await desk.taken(mailOf('The lift stands still', { From: 'lee@lift.example' }));
    const contact = (await desk.create('contact', { name: 'Lee' }))['id'];
    await desk.world.call('admin', 'PATCH', `/api/records/ticket/${ticket}`, { queue, contact });
    expect((await call({ ticket })).complaint).toMatchObject({
      responsible: { id: special },
      contact: { id: contact },
    });
    // and they hear of it, once
    const told = (await desk.sent()).filter(({ recipient }) => recipient === 'special@example.com');
    expect(told.map(({ subject }) => subject)).toEqual([expect.stringContaining('You are on duty')]);
    // but what somebody has stays theirs
    expect((await call({ responsible: early })).called).toEqual({ person: early });
  });

  test('a duty that ends before it begins is refused, and an agent plans none', async () => {
    const { world } = deskOf();
    const person = await world.person('Late', ['service.agent']);
    const values = { person, startsAt: hours(2), endsAt: hours(1) };
    const wrong = await world.call('admin', 'POST', '/api/records/duty', values);
    expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([422, expect.stringContaining('ends before')]);
    const mine = { ...values, endsAt: hours(3) };
    expect((await world.call('Agent', 'POST', '/api/records/duty', mine)).status).toBe(403);
  });
}
