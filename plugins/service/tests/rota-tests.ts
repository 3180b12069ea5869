/** Duties that repeat; part of `service.test.ts`, which opens the desk. */
import { expect, test } from 'vitest';
import { addDays } from '../models/care/days.ts';
import type { Desk } from './open-desk.ts';

export function rotaTests(deskOf: () => Desk): void {
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

  test('a rota that is deleted with its parts comes back with them; deleted alone it leaves its duties and plans no more', async () => {
    const desk = deskOf();
    const { world } = desk;
    // given
    const ids = await people(['RotaFour', 'RotaFive']);
    const rota = String(
      (
        await desk.create('duty-rota', {
          ...{ name: 'Days', startsOn: day(0), unit: 'day', hour: 0, isOnWorkdays: false, isActive: true },
        })
      )['id'],
    );
    const places: string[] = [];
    for (const [index, person] of Object.values(ids).entries())
      places.push(String((await desk.create('duty-place', { rota, person, position: index + 1 }))['id']));
    await plan();
    const planned = await turnsOf(rota);
    expect(planned.length).toBeGreaterThan(50);
    const duties = planned.map(({ id }) => id);
    const living = async (entity: string, all: readonly string[]) => {
      const filter = encodeURIComponent(JSON.stringify({ id: all }));
      return (
        (await world.call('admin', 'GET', `/api/records/${entity}?limit=100&filter=${filter}`)).body
          .items as unknown[]
      ).length;
    };
    const change = async (op: 'delete' | 'restore', entity: string, all: readonly string[]) => {
      const answer = await world.call('admin', 'POST', `/api/records/${entity}/bulk`, {
        changes: all.map((id) => ({ op, id })),
      });
      expect(answer.status).toBe(200);
      // The cast: each answers for itself.
      expect((answer.body['results'] as { ok: boolean }[]).filter(({ ok }) => !ok)).toEqual([]);
    };
    // when it is deleted with what is a part of it, as its page asks
    await change('delete', 'duty', duties);
    await change('delete', 'duty-place', places);
    await change('delete', 'duty-rota', [rota]);
    await plan();
    // then nothing of it is left
    expect([await living('duty', duties), await living('duty-place', places)]).toEqual([0, 0]);
    // when that is taken back
    await change('restore', 'duty-rota', [rota]);
    await change('restore', 'duty-place', places);
    await change('restore', 'duty', duties);
    expect([await living('duty', duties), await living('duty-place', places)]).toEqual([duties.length, 2]);
    expect((await turnsOf(rota)).length).toBe(planned.length);
    // when it is deleted alone
    await change('delete', 'duty-rota', [rota]);
    await plan();
    // then who has a duty keeps it, and nothing more is planned
    expect(await living('duty', duties)).toBe(duties.length);
    expect(await turnsOf(rota)).toEqual([]);
    await change('delete', 'duty', duties);
  });
}
