/** Turns that nobody can take; part of `service.test.ts`, which opens the desk. */
import { addDays } from '../../../core/index.ts';
import { expect, test } from 'vitest';
import type { Desk } from './open-desk.ts';

export function rotaGapTests(deskOf: () => Desk): void {
  test('the owner of a rota hears once of a turn that nobody can take, why, and who could; a duty by hand closes the gap', async () => {
    const desk = deskOf();
    const { world } = desk;
    const plan = () => desk.runTask('service.plan-duties', [{}]);
    const day = (count: number): string => addDays(new Date().toISOString().slice(0, 10), count);
    // given two who take weeks in turn, and one beside them
    const [first, second, spare] = await Promise.all(
      ['GapOne', 'GapTwo', 'GapSpare'].map((name) => world.person(name, ['service.agent'])),
    );
    await desk.create('service-agent', { name: 'GapSpare', person: spare });
    const turns = { startsOn: day(-1), hour: 0, isOnWorkdays: false, isActive: true };
    const { id: rota } = await desk.create('duty-rota', { name: 'Gaps', owner: first, ...turns });
    for (const [at, person] of [first, second].entries())
      await desk.create('duty-place', { rota, person, position: at + 1 });
    // when both are away, for some days of the third turn
    const until = day(16);
    const leaves = await Promise.all(
      [first, second].map((person) => desk.create('duty-leave', { person, from: day(15), until })),
    );
    await plan();
    await plan();
    // then
    const told = (await desk.sent()).filter(({ recipient }) => recipient === 'gapone@example.com');
    expect(told.map(({ subject }) => subject)).toEqual([expect.stringMatching(/Nobody can take .*“Gaps”/)]);
    expect(told[0]!.content.text).toContain(`GapOne is away until ${until}, GapTwo is away until ${until}`);
    expect(told[0]!.content.text).toMatch(/Here then, and without a duty: .*GapSpare/);
    const path = `/api/records/duty-rota/${String(rota)}`;
    const uncovered = async () => (await world.call('admin', 'GET', path)).body['uncoveredFrom'];
    const startsAt = String(await uncovered());
    expect(startsAt.slice(0, 10)).toBe(day(13));
    // when the other is put there by hand
    const endsAt = new Date(Date.parse(startsAt) + 7 * 86_400_000).toISOString();
    const byHand = await desk.create('duty', { rota, person: spare, startsAt, endsAt });
    await plan();
    // then
    expect(await uncovered()).toBeNull();
    const created = [
      ...leaves.map(({ id }) => `duty-leave/${String(id)}`),
      `duty/${String(byHand['id'])}`,
      `duty-rota/${String(rota)}`,
    ];
    for (const one of created) await world.call('admin', 'DELETE', `/api/records/${one}`);
    const filter = encodeURIComponent(JSON.stringify({ person: { in: [first, second] } }));
    const left = await world.call('admin', 'GET', `/api/records/duty?limit=100&filter=${filter}`);
    // The cast: the fields that are asked about.
    for (const { id } of left.body['items'] as { id: string }[])
      await world.call('admin', 'DELETE', `/api/records/duty/${id}`);
  });
}
