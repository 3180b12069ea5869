/** How customers are asked how it was; part of `service.test.ts`, which opens the desk. */
import { expect, test } from 'vitest';
import { mailOf, type Desk } from './open-desk.ts';

export function surveyTests(deskOf: () => Desk): void {
  test('a survey is answered once by its link; twice, late and forged are said in a sentence', async () => {
    const desk = deskOf();
    // given
    const id = await desk.taken(mailOf('Thanks', { Subject: 'A small thing' }));
    const [asked] = await desk.runTask('service.send-survey', [{ ticket: id, days: 3 }]);
    const [mail] = await desk.world.sql<{ content: { text: string; html: string } }[]>`
      select content from core.outbox where about->>'survey' = ${(asked as { survey: string }).survey}`;
    const [, path = ''] = /https?:\/\/[^/]+(\/\S+)\?score=2/.exec(mail!.content.text) ?? [];
    // then who reads HTML has a button for each number, to the same place
    expect(mail!.content.html.match(/\?score=\d"/g)).toHaveLength(5);
    expect(mail!.content.html).toContain(`${path}?score=2"`);
    // when a program follows the link nothing is answered
    const page = await desk.world.open(`${path}?score=2`, {});
    expect(await page.text()).toContain('value="2" required checked');
    // when
    const post = (token: string, body: string) => desk.world.call('nobody', 'POST', token, body);
    expect(String((await post(path, 'score=9')).body)).toContain('Choose one of the numbers.');
    expect((await post(path, 'score=2&comment=Too+late')).status).toBe(200);
    // then
    expect((await desk.read(id))['satisfaction']).toBe(2);
    const told = (await desk.world.call('Agent', 'GET', `/api/records/ticket/${id}/timeline`)).body;
    expect(JSON.stringify(told)).toContain('The customer answered how it was: 2 of 5');
    const twice = await post(path, 'score=5');
    expect([twice.status, String(twice.body)]).toEqual([409, expect.stringContaining('answered already')]);
    const forged = await post(`${path}x`, 'score=5');
    expect([forged.status, String(forged.body)]).toEqual([400, expect.stringContaining('not one of ours')]);
    // when the time is over
    const [other] = await desk.runTask('service.send-survey', [{ ticket: id, days: 1 }]);
    const token = desk.world.links.sign('service.survey', other as Record<string, string>, -1_000);
    // then
    expect((await desk.world.open(`/api/plugins/service/surveys/${token}`, {})).status).toBe(410);
  });

  test('a survey speaks the language that the customer reads, whatever the browser says', async () => {
    const desk = deskOf();
    // given one who writes in English, but is known to read Chinese
    await desk.create('contact', { name: '李雷', email: 'lilei@customer.example', language: 'zh-CN' });
    const id = await desk.taken(mailOf('Thanks', { From: 'lilei@customer.example' }));
    const [asked] = await desk.runTask('service.send-survey', [{ ticket: id }]);
    const [mail] = await desk.world.sql<{ content: { text: string } }[]>`
      select content from core.outbox where about->>'survey' = ${(asked as { survey: string }).survey}`;
    // then
    expect(mail!.content.text).toMatch(/\p{Script=Han}/u);
    const [, path = ''] = /https?:\/\/[^/]+(\/\S+)\?score=5/.exec(mail!.content.text) ?? [];
    const page = await (await desk.world.open(path, { 'accept-language': 'en' })).text();
    expect(page).toContain('lang="zh-CN"');
  });
}
