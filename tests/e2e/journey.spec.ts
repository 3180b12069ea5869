/** Consent, segment, journey, mail: who enters a segment gets the mails of its flow, if they agreed to such. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { smtpSink, type SmtpSink } from '../support/smtp-sink.ts';
import { openCompany, signedIn, type Company } from './support/company.ts';

let company: Company;
let sink: SmtpSink;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  sink = await smtpSink();
  company = await openCompany({ SMTP_URL: sink.url, RELATA_ALLOW_HOSTS: '127.0.0.1' });
});
test.afterAll(async () => {
  await company?.close();
  await sink?.close();
});

const browserName = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
type Instances = { items: { id: string; state: string; subject: { id: string } }[] };

const recordsOf = async (entity: string): Promise<{ id: string; name: string }[]> =>
  (await company.relata.call<{ items: { id: string; name: string }[] }>('GET', `/api/records/${entity}`))
    .items;

test('who agreed gets the mails of a journey, a click brings the second, and a deal ends it', async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const { call } = company.relata;
  await call('PUT', '/api/quiet-hours', { from: '00:00', until: '00:00' });
  // given the demo's segment “No deal yet” is known, and twenty people agreed
  await expect
    .poll(async () => {
      const { items } = await call<{ items: { id: string; name: string }[] }>('GET', '/api/records/segment');
      const found = items.find(({ name }) => name === 'No deal yet')!;
      return (await call<{ state: string }>('GET', `/api/segments/${found.id}`)).state;
    })
    .toBe('ready');
  const campaign = (await recordsOf('campaign')).find(({ name }) => name === 'First offers')!;
  const sentFirst = async (): Promise<number> => {
    const { steps } = await call<{ steps: { key: string; sent: number }[] }>(
      'GET',
      `/api/plugins/campaigns/results/${campaign.id}`,
    );
    return steps.find(({ key }) => key === 'first-offer-journey first')?.sent ?? 0;
  };
  const sentBefore = await sentFirst();
  const account = await call<{ id: string }>('POST', '/api/records/account', { name: 'Newton Works' });
  const people = new Map<string, string>();
  for (let index = 0; index < 20; index++) {
    const email = `new${index}@newton.example`;
    const consent = { address: email, purposes: ['news'], source: 'fair', shown: 'Write to me.' };
    if (index > 0) await call('POST', '/api/consents', { ...consent, state: 'given' });
    const language = index % 2 === 1 ? 'zh-CN' : 'en';
    const values = { name: `Person ${index}`, email, account: account.id, language };
    people.set((await call<{ id: string }>('POST', '/api/records/contact', values)).id, email);
  }
  // when they have entered the segment, and the flow has run to its wait
  const ofThem = async (state: string): Promise<Instances['items']> => {
    const path = `/api/instances?flow=first-offer-journey&state=${state}&limit=100`;
    return (await call<Instances>('GET', path)).items.filter(({ subject }) => people.has(subject.id));
  };
  await expect
    .poll(async () => (await ofThem('active')).length + (await ofThem('completed')).length)
    .toBe(20);
  const mailed = new Set((await ofThem('active')).map(({ subject }) => people.get(subject.id)));
  mailed.delete('new0@newton.example');
  await expect.poll(() => sink.received.length).toBe(mailed.size);
  // then mails arrived, each to one who agreed, personal, in their language, and with a way out
  expect(mailed.size).toBeGreaterThan(10);
  for (const { to, mail } of sink.received) {
    expect(mailed).toContain(to[0]);
    const isChinese = Number(/\d+/.exec(to[0] ?? '')?.[0]) % 2 === 1;
    expect(mail.subject).toBe(isChinese ? '给Newton Works的一个建议' : 'An idea for Newton Works');
    expect(mail.text).toMatch(isChinese ? /Person \d+，您好/ : /^Hello Person \d+,/);
    expect(mail.headers.some(({ key }) => key === 'list-unsubscribe-post')).toBe(true);
  }
  // when somebody clicks, the second mail follows at once, in the same language
  const { to, mail } = sink.received[0]!;
  const link = /href="([^"]+\/api\/links\/[^"]+)"/.exec(mail.html ?? '')?.[1] ?? '';
  const click = () =>
    fetch(company.relata.url + new URL(link).pathname, {
      redirect: 'manual',
      headers: { 'user-agent': browserName },
    });
  expect((await click()).headers.get('location')).toBe('https://merano.example/trial');
  // At first it is too soon after the mail to be a person.
  await expect
    .poll(async () => {
      await click();
      return sink.received.filter((one) => one.to[0] === to[0]).length;
    })
    .toBe(2);
  expect(sink.received.at(-1)?.mail.subject).toMatch(/Your four weeks with Lumen|您的四周 Lumen 试用/);
  // when their company has a deal, they leave the segment and the journey reaches its goal
  await call('POST', '/api/records/opportunity', { name: 'First', account: account.id });
  await expect.poll(async () => (await ofThem('completed')).length).toBe(20);
  // and the campaign's page tells what came of it
  expect(await sentFirst()).toBe(sentBefore + mailed.size);
  const page = await signedIn(browser, company, { email: 'admin@relata.example', password: 'relata-demo' });
  await page.goto(`/r/campaign/${campaign.id}`);
  await expect(page.getByRole('heading', { name: /days before/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Journey' }).click();
  await expect(page.getByRole('row', { name: /Send the first offer/ })).toContainText(
    String(sentBefore + mailed.size),
  );
  // What each mail brought stands on its step, on one line, and the sign of bpmn.io lies over no name.
  const badge = page.locator('.rl-token', { hasText: '→' }).first();
  expect(await badge.evaluate((node) => node.scrollHeight <= node.clientHeight)).toBe(true);
  const sign = (await page.locator('campaigns-journey .bjs-powered-by').boundingBox())!;
  for (const name of await page.locator('campaigns-journey .djs-label tspan').all()) {
    const { x, y, width } = (await name.boundingBox())!;
    expect(x + width < sign.x || y < sign.y - 10).toBe(true);
  }
  await page.close();
});

test('a template gets another block by keyboard, is seen as a customer gets it, and sent to oneself', async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const { id } = (await recordsOf('template')).find(({ name }) => name === 'Reminder')!;
  const page = await signedIn(browser, company, { email: 'admin@relata.example', password: 'relata-demo' });
  await page.goto(`/r/template/${id}`);
  const preview = page.frameLocator('iframe[title="Preview"]');
  await expect(preview.getByText('last week we offered')).toBeVisible();
  // when a text is put in at the end, and moved up above the button
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await page.getByRole('textbox', { name: 'Text' }).last().fill('See you, {{ contact.name }}!');
  await page.getByRole('button', { name: 'Move Text, block 4' }).press('Alt+ArrowUp');
  await expect(page.getByRole('button', { name: 'Move Button, block 4' })).toBeVisible();
  // then the customer's mail shows it, and a test of it arrives
  await expect(preview.getByText(/^See you, \S+/)).toBeVisible();
  await page.getByRole('button', { name: 'Send me a test' }).click();
  await expect
    .poll(() => sink.received.find(({ mail }) => mail.subject === '[Test] Still open to a trial?')?.mail.text)
    .toMatch(/See you, .+!/);
  await page.getByRole('button', { name: 'Save template' }).click();
  await expect(page.getByRole('button', { name: 'Save template' })).toBeHidden();
  await page.close();
});

test('a post is written, agreed to and moved on the calendar; what its network refuses is mended and goes out', async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const { call } = company.relata;
  const taken: { text: string }[] = [];
  let status = 422;
  const network = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      if (status === 200) taken.push(JSON.parse(body) as { text: string });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => network.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(network.address() as AddressInfo).port}/posts`;
  // given a post of a campaign that wants a yes
  const campaign = await call<{ id: string; createdAt: string }>('POST', '/api/records/campaign', {
    ...{ name: 'Careful words', approvesPosts: true },
  });
  await call('POST', '/api/records/social-account', {
    name: 'Quayside',
    network: 'webhook',
    address,
    characters: 40,
  });
  // Whole seconds: a calendar moves what has no smaller parts.
  const at = (days: number): string =>
    new Date(Math.floor(Date.parse(campaign.createdAt) / 1_000) * 1_000 + days * 86_400_000).toISOString();
  const post = await call<{ id: string }>('POST', '/api/records/social-post', {
    ...{ name: 'Harbour lights', campaign: campaign.id, plannedFor: at(9) },
  });
  const read = () => call<Record<string, string>>('GET', `/api/records/social-post/${post.id}`);
  /** Mails of journeys that are still being sent are nobody's concern here. */
  const advance = (by: string): Promise<unknown> =>
    call('POST', '/api/clock', { advance: by }).catch((error: unknown) => {
      if (!String(error).includes('clock-busy')) throw error;
    });
  type Items = { items: { id: string; name: string }[] };
  const answer = async (name: string, variables: Record<string, unknown>): Promise<void> => {
    const found = async () =>
      (await call<Items>('GET', '/api/work-items?limit=200')).items.find((item) => item.name === name);
    await expect.poll(found).toBeTruthy();
    await call('POST', `/api/work-items/${(await found())!.id}/complete`, { variables });
  };
  // when it is written: what is too long is said while one types
  const page = await signedIn(browser, company, { email: 'admin@relata.example', password: 'relata-demo' });
  await page.goto(`/r/social-post/${post.id}`);
  await page.getByRole('checkbox', { name: /Quayside/ }).check();
  await page
    .getByRole('textbox', { name: 'What it says' })
    .fill('The lights in the harbour are ours from today on.');
  await expect(page.getByRole('article', { name: 'Preview for Quayside' })).toContainText('9 too many');
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await expect(page.getByText(/may have 40/)).toBeVisible();
  await page.getByRole('textbox', { name: 'What it says' }).fill('The lights in the harbour are ours.');
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await expect(page.getByText('Waits for somebody to read it.')).toBeVisible();
  await answer('Read the post and agree', { isAgreed: true });
  await expect(page.getByText('Goes out by itself when its time has come.', { exact: false })).toBeVisible();
  // and moved to the day before, by keyboard
  await page.goto(`/r/social-post/calendar?day=${(await read())['plannedFor']!.slice(0, 10)}`);
  await page.getByRole('link', { name: 'Harbour lights' }).press('Alt+ArrowLeft');
  await expect.poll(async () => (await read())['plannedFor']).toBe(at(8));
  // then it is tried at its new time, and its network refuses it
  await advance('P7D');
  expect(await read()).toMatchObject({ status: 'planned' });
  await advance('P1DT1H');
  await expect.poll(async () => (await read())['status']).toBe('failed');
  expect((await read())['reason']).toContain('Quayside: The service answered 422.');
  // and goes out when that is mended
  status = 200;
  await answer('Mend a post that failed', { again: true });
  await expect.poll(async () => (await read())['status']).toBe('posted');
  expect(taken.map(({ text }) => text)).toEqual(['The lights in the harbour are ours.']);
  await page.goto(`/r/campaign/${campaign.id}`);
  await page.getByRole('tab', { name: 'Calendar' }).click();
  await expect(page.getByRole('link', { name: 'Harbour lights' }).first()).toBeVisible();
  await page.close();
  await new Promise((resolve) => network.close(resolve));
});
