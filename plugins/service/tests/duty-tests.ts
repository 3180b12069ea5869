/** Who answers a complaint first; part of `service.test.ts`, which opens the desk. */
import { expect, test } from 'vitest';
import { addDays } from '../models/care/days.ts';
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

  test('a rota lays out turns that repeat; who is away is passed over, what is swapped stays, switched off it goes', async () => {
    const desk = deskOf();
    const { world } = desk;
    // given three who take weeks in turn, from yesterday on
    const ids = await people(['RotaOne', 'RotaTwo', 'RotaThree']);
    const rota = (
      await desk.create('duty-rota', {
        ...{ name: 'Weeks', startsOn: day(-1), hour: 0, isOnWorkdays: false, isActive: true },
      })
    )['id'];
    let position = 0;
    for (const person of Object.values(ids))
      await desk.create('duty-place', { rota, person, position: ++position });
    // when
    await plan();
    // then each follows the other, without a gap, for two months
    const turns = await turnsOf(rota);
    const names = (all: readonly { name: string }[]) => all.map(({ name }) => name.replace('Rota', ''));
    expect(names(turns).slice(0, 5)).toEqual(['One', 'Two', 'Three', 'One', 'Two']);
    expect(turns.length).toBeGreaterThan(7);
    expect(turns.slice(1).every(({ startsAt }, place) => startsAt === turns[place]!.endsAt)).toBe(true);
    // when the second is away in the second week, as they say themselves
    const leave = { person: ids['RotaTwo'], from: day(8), until: day(9) };
    expect((await world.call('RotaTwo', 'POST', '/api/records/duty-leave', leave)).status).toBe(201);
    expect((await world.call('RotaOne', 'POST', '/api/records/duty-leave', leave)).status).toBe(403);
    await plan();
    expect(names(await turnsOf(rota)).slice(0, 5)).toEqual(['One', 'Three', 'Two', 'One', 'Three']);
    // when the third offers the second turn to the first, for their next one in return
    const offered = (await turnsOf(rota))[1]!;
    const path = `/api/records/duty/${offered.id}`;
    const offer = (who: string) => world.call(who, 'PATCH', path, { offeredTo: ids['RotaOne'] });
    expect((await offer('RotaTwo')).status).toBe(403);
    expect((await offer('RotaThree')).status).toBe(200);
    expect((await world.call('RotaThree', 'PATCH', path, { person: ids['RotaOne'] })).status).toBe(422);
    await desk.runTask('service.answer-duty-offer', [{ duty: offered.id, isTaken: true }]);
    await plan();
    expect(names(await turnsOf(rota)).slice(0, 4)).toEqual(['One', 'One', 'Two', 'Three']);
    const told = (await desk.sent()).filter(({ recipient }) => recipient === 'rotathree@example.com');
    expect(told.map(({ subject }) => subject)).toEqual(['RotaOne takes over your duty']);
    // when it is switched off
    await world.call('admin', 'PATCH', `/api/records/duty-rota/${String(rota)}`, { isActive: false });
    await plan();
    // then what has begun comes to its end
    expect(names(await turnsOf(rota))).toEqual(['One']);
    await world.call('admin', 'DELETE', `/api/records/duty/${turns[0]!.id}`);
  });
}
