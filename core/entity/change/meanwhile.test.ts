/** Two administrators with the same entity open. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await appWorld();
  await world.person('Chief', ['administrator']);
  await world.person('Deputy', ['administrator']);
});
afterAll(() => world.close());

const rename = (id: string, en: string) => ({ op: 'changeField', id, set: { label: { en } } });
const opened = async () => (await world.call('Chief', 'GET', '/api/entities/account')).body['lastChange'];
const notes = async (since: unknown, operation: unknown) => {
  const body = { operations: [operation], since };
  const answer = await world.call('Chief', 'POST', '/api/entities/account/plan', body);
  return (answer.body['notes'] as { kind: string; text: string }[]).map(({ text }) => text);
};
const change = (person: string, operation: unknown) =>
  world.call(person, 'POST', '/api/entities/account/changes', { operations: [operation] });

test('the plan says what somebody else changed of the same field while it was open here', async () => {
  // given
  const since = await opened();
  expect(await notes(since, rename('phone', 'Telephone'))).toEqual([]);
  // when
  expect((await change('Deputy', rename('phone', 'Hotline'))).status).toBe(200);
  // then of that field, and of no other
  const [note, ...others] = await notes(since, rename('phone', 'Telephone'));
  expect(note).toMatch(/^Deputy changed “.+” while this was open here\./);
  expect(others).toEqual([]);
  expect(await notes(since, rename('website', 'Site'))).toEqual([]);
  // and not of what one did oneself, nor of what was known
  expect(await notes(await opened(), rename('phone', 'Telephone'))).toEqual([]);
  const known = await opened();
  await change('Chief', rename('phone', 'Telephone'));
  expect(await notes(known, rename('phone', 'Call'))).toEqual([]);
});

test('names and settings of the entity, and rules, are told alike', async () => {
  const since = await opened();
  const rule = (message: string) => ({
    op: 'setRule',
    id: 'named',
    rule: { expression: 'name != "x"', message: { en: message } },
  });
  await change('Deputy', { op: 'setEntity', set: { icon: 'box' } });
  await change('Deputy', rule('Not x'));
  expect(await notes(since, { op: 'setEntity', set: { icon: 'shield' } })).toHaveLength(1);
  expect(await notes(since, rule('No x'))).toHaveLength(1);
});
