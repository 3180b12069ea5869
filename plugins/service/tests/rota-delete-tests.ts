/** What becomes of duties when their rota goes; part of `service.test.ts`, which opens the desk. */
import { expect, test } from 'vitest';
import type { Desk } from './open-desk.ts';
import { rotaSteps } from './rota.ts';

export function rotaDeleteTests(deskOf: () => Desk): void {
  const { people, day, turnsOf, plan } = rotaSteps(deskOf);

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
