/** Duties that repeat; part of `service.test.ts`, which opens the desk. */
import { expect, test } from 'vitest';
import type { Desk } from './open-desk.ts';
import { rotaSteps } from './rota.ts';

export function rotaTests(deskOf: () => Desk): void {
  const { people, day, turnsOf, plan } = rotaSteps(deskOf);

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
