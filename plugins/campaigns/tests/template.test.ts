import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignWorld, type CampaignWorld } from './campaign-world.ts';

let own: CampaignWorld;
beforeAll(async () => {
  own = await campaignWorld();
});
afterAll(() => own.world.close());

const call = (method: string, path: string, body: unknown) => own.world.call('admin', method, path, body);
const errorsOf = (answer: { body: unknown }): unknown[] =>
  // The cast: a problem document.
  (answer.body as { errors?: { pointer: string; code: string }[] }).errors?.map(({ pointer, code }) => [
    pointer,
    code,
  ]) ?? [];

test('a template that could not be sent is not kept, and the place that is wrong is marked', async () => {
  const broken = await call('POST', '/api/records/template', {
    name: 'A',
    subject: 'Dear {{ contact.name',
    body: 'x',
  });
  expect(errorsOf(broken)).toEqual([['/subject', 'template-unclosed']]);
  const kept = await call('POST', '/api/records/template', {
    name: 'A',
    subject: 'Dear {{ contact.name }}',
    body: 'x',
  });
  expect(kept.status).toBe(201);
  const path = `/api/records/template/${(kept.body as unknown as { id: string }).id}`;
  expect(errorsOf(await call('PATCH', path, { body: '<mj-text onclick="x()">b</mj-text>' }))).toEqual([
    ['/body', 'template-script'],
  ]);
  expect((await call('PATCH', path, { name: 'B' })).status).toBe(200);
});

test('the preview says what no customer has and would be left out without a word', async () => {
  const id = await own.makeContact('Ann');
  const { body } = await call('POST', '/api/templates/preview', {
    subject: 'Dear {{ contact.name }}',
    body: '<mj-text>{{ contact.naem }} {{ city }} {{ contact.account.title }} {{ contact.createdAt }}</mj-text>',
    about: { entity: 'contact', id },
  });
  expect(body).toMatchObject({ subject: 'Dear Ann' });
  expect(
    (body as unknown as { unfilled: string[] }).unfilled.map((each) => /“(.+?)”/.exec(each)?.[1]),
  ).toEqual(['contact.naem', 'city']);
});
