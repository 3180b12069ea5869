/** What agents have ready to say. */
import { expect, test } from 'vitest';
import type { Desk } from './open-desk.ts';

export function cannedTests(open: () => Desk): void {
  test('a canned reply speaks to the customer, and one of a queue is offered in that queue alone', async () => {
    // given
    const desk = open();
    const [bills, keys] = await Promise.all(
      ['Bills', 'Keys'].map((name) => desk.create('service-queue', { name })),
    );
    await desk.create('canned-reply', { name: 'For all', text: 'Hello {{name}}, about {{number}}:' });
    await desk.create('canned-reply', { name: 'For bills', text: 'It is due.', queue: bills!['id'] });
    const asked = (queue: unknown) =>
      desk.create('ticket', { subject: 'Canned', requesterName: 'Ann Field', queue });
    const [bill, key] = [await asked(bills!['id']), await asked(keys!['id'])];
    // when
    const offered = async (id: unknown) => (await desk.talk(String(id))).canned;
    // then
    expect(await offered(bill['id'])).toMatchObject([
      { name: 'For all', text: `Hello Ann Field, about ${String(bill['number'])}:` },
      { name: 'For bills', text: 'It is due.' },
    ]);
    expect(await offered(key['id'])).toMatchObject([{ name: 'For all' }]);
  });
}
