/** What a care plan is made of; part of `service.test.ts`, which opens the desk. */
import { expect, test } from 'vitest';
import type { Desk } from './open-desk.ts';

export function carePlanTests(deskOf: () => Desk): void {
  test('what a plan needs consent for is chosen, service among it, which needs none', async () => {
    const { world } = deskOf();
    const { body } = await world.call('admin', 'GET', '/api/meta');
    // The cast: what the route answers, as far as it is asked here.
    const entities = body['entities'] as { id: string; fields: { id: string; options: unknown[] }[] }[];
    const plan = entities.find(({ id }) => id === 'care-plan')!;
    const { options } = plan.fields.find(({ id }) => id === 'purpose')!;
    expect(options).toEqual(expect.arrayContaining([{ value: 'news', label: 'News' }]));
    expect(options.at(-1)).toEqual({ value: 'service', label: 'Service' });
  });

  test('a plan that lacks what it needs is refused with a sentence', async () => {
    const { world } = deskOf();
    const refusal = async (values: Record<string, unknown>) =>
      JSON.stringify((await world.call('admin', 'POST', '/api/records/care-plan', values)).body);
    expect(await refusal({ name: 'X', occasion: 'holiday' })).toContain('on which day');
    expect(await refusal({ name: 'X', occasion: 'visit' })).toContain('how many months');
    expect(await refusal({ name: 'X', isActive: true })).toContain('a subject and a text');
    const wrong = encodeURIComponent(JSON.stringify({ birthday: { yearlyIn: ['13-01'] } }));
    expect(
      JSON.stringify((await world.call('admin', 'GET', `/api/records/contact?filter=${wrong}`)).body),
    ).toContain('days of a year');
  });
}
