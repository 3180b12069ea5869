/** What a flow of campaigns names and is not there any more. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeList } from '../../../core/segment/tasks/change-list.ts';
import { sendMail } from '../tasks/send-mail.ts';
import { campaignWorld, type CampaignWorld } from './campaign-world.ts';

let own: CampaignWorld;
beforeAll(async () => {
  own = await campaignWorld();
});
afterAll(() => own.world.close());

test('a template or a list that only a flow named can go; the flow then stops with a sentence', async () => {
  // given what a campaign needs, which stays, and what a flow alone names
  const kept = await own.make('segment', { name: 'Kept' });
  await own.make('campaign', { name: 'Late', template: own.template, audience: kept });
  const list = await own.make('segment', { name: 'Soon gone' });
  const gone = await own.make('template', { name: 'Old', subject: 'Hi', body: 'Hi' });
  const remove = async (path: string) =>
    (await own.world.call('admin', 'DELETE', `/api/records/${path}`)).status;
  expect([await remove(`segment/${kept}`), await remove(`template/${own.template}`)]).toEqual([409, 409]);
  expect([await remove(`segment/${list}`), await remove(`template/${gone}`)]).toEqual([204, 204]);
  // when the flow comes to it, then it is told what to do, in both languages
  const eve = await own.makeContact('Eve');
  const [mail] = await own.run(sendMail, [{ input: { template: gone }, subject: ['contact', eve] }]);
  expect(mail).toMatchObject({ ok: false, code: 'template-missing', params: {} });
  const call = { input: { list, change: 'add' }, subject: { entity: 'contact', id: eve }, instance: 'i' };
  // The casts: as much of a call as the task reads.
  const [moved] = await changeList(() => own.world.segments).run([call] as never, {} as never);
  expect(moved).toMatchObject({ ok: false, code: 'list-gone', params: {} });
  for (const locale of ['en', 'zh-CN'] as const)
    for (const code of ['template-missing', 'list-gone'])
      expect(own.world.registry.text(locale, `problem.${code}`)).toMatch(/[.。]$/);
});
