/**
 * One customer through all the plugins, from a form on somebody else's page to a complaint: what marketing, sales and
 * service do with him, and where it is seen. Time is moved; mail goes through a real server.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { adminKey } from '../support/relata-process.ts';
import { smtpSink, type Received, type SmtpSink } from '../support/smtp-sink.ts';
import { openCompany, signedIn, type Company } from './support/company.ts';
import { clickFlow } from './support/diagram.ts';

const password = 'relata-demo';
const visitor = { name: '陈伟', email: 'wei@harbour-lights.example' };

test.describe.configure({ mode: 'serial' });

let company: Company;
let sink: SmtpSink;
let website: { origin: string; server: Server };
let snippet = '';
let marketer: Page;
let seller: Page;
let agent: Page;
let contact = '';
let ticket = '';
const ids: Record<string, string> = {};

const call = <T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> =>
  company.relata.call<T>(method, path, body);
const advance = (time: string) => call('POST', '/api/clock', { advance: time });
const make = async (entity: string, values: Record<string, unknown>): Promise<string> =>
  (await call<{ id: string }>('POST', `/api/records/${entity}`, values)).id;
async function find(entity: string, filter: unknown): Promise<Record<string, unknown>[]> {
  const path = `/api/records/${entity}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  return (await call<{ items: Record<string, unknown>[] }>('GET', path)).items;
}
const first = async (entity: string, filter: unknown) => (await find(entity, filter))[0];

/** The mail to the visitor with such a subject, once it is there. */
async function mailed(subject: RegExp): Promise<Received['mail']> {
  const one = () =>
    sink.received.find(({ to, mail }) => to.includes(visitor.email) && subject.test(mail.subject ?? ''));
  await expect.poll(() => one() !== undefined, { timeout: 30_000 }).toBe(true);
  return one()!.mail;
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  sink = await smtpSink();
  company = await openCompany({ SMTP_URL: sink.url });
  website = await openWebsite();
  const person = async (name: string, role: string): Promise<Page> => {
    const email = `${role}@example.com`;
    const made = { name, email, password, roles: [role] };
    ids[role] = (await call<{ id: string }>('POST', '/api/users', made)).id;
    return signedIn(browser, company, { email, password });
  };
  marketer = await person('Mina Marketer', 'campaigns.lead');
  seller = await person('Sam Seller', 'sales.seller');
  agent = await signedIn(browser, company, { email: 'agent@relata.example', password });
  await call('PUT', '/api/quiet-hours', { from: '00:00', until: '00:00' });
});
test.afterAll(async () => {
  for (const page of [marketer, seller, agent]) await page?.context().close();
  website?.server.close();
  await company?.close();
  await sink?.close();
});

test('marketing prepares a form, a segment of those who confirm it, and a journey for them', async () => {
  const both = (en: string, chinese: string) => ({ en, 'zh-CN': chinese });
  ids.form = await make('lead-form', {
    ...{ name: 'Harbour fair', state: 'live', origins: [website.origin], owner: ids['sales.seller'] },
    definition: {
      fields: ['name', 'email'].map((field) => ({ field, isRequired: true })),
      texts: {
        heading: both('Try it for four weeks', '免费试用四周'),
        intro: both('', ''),
        button: both('Ask for it', '申请'),
        thanks: both('Thank you.', '谢谢!'),
      },
      consents: [
        {
          purpose: 'news',
          text: both('Yes, write to me about news.', '我同意接收资讯邮件。'),
          isRequired: true,
        },
      ],
    },
  });
  ids.segment = await make('segment', {
    ...{ name: 'Confirmed at the fair', key: 'confirmed-at-the-fair' },
    condition: {
      all: [
        {
          related: {
            ...{ entity: 'form-submission', by: 'contact', count: { gte: 1 } },
            where: { form: { eq: ids.form }, confirmedAt: { ne: null } },
          },
        },
      ],
    },
  });
  // The demo's own journey would write to him too, since he has no deal yet: it is for nobody now.
  const resting = await first('segment', { name: 'No deal yet' });
  await call('PATCH', `/api/records/segment/${String(resting!['id'])}`, {
    condition: { all: [{ where: { name: 'Nobody' } }] },
  });
  await call('POST', '/api/flows', { xml: fairJourney() });
  ids.campaign = await make('campaign', {
    ...{ name: 'Harbour fair', state: 'running', journey: 'fair-journey', audience: ids.segment },
    cost: { amount: '200', currency: 'USD' },
  });
  await marketer.goto(`/r/lead-form/${ids.form}`);
  await expect(marketer.locator('relata-form').getByRole('heading', { name: 'Try it' })).toBeVisible();
  snippet = (await marketer.locator('pre').textContent()) ?? '';
});

test('a visitor fills it in on a foreign page, and confirms his address by mail', async ({ browser }) => {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.goto(website.origin);
  const form = page.locator('relata-form');
  await expect(form.getByRole('heading', { name: '免费试用四周' })).toBeVisible();
  await form.locator('input[name=name]').fill(visitor.name);
  await form.locator('input[name=email]').fill(visitor.email);
  await form.getByLabel('我同意接收资讯邮件。').check();
  await page.waitForTimeout(1_600);
  await form.getByRole('button', { name: '申请' }).click();
  await expect(form.getByText('谢谢!')).toBeVisible();
  contact = String((await first('contact', { email: visitor.email }))!['id']);
  const { text } = await mailed(/确认/);
  await page.goto(/http\S+\/confirm\/\S+/.exec(text ?? '')![0]);
  await page.getByRole('button').click();
  await page.context().close();
});

test('the segment takes him in, the journey writes to him in his language, and he clicks', async () => {
  await marketer.goto(`/r/segment/${ids.segment}`);
  await expect(marketer.getByText(visitor.name).first()).toBeVisible({ timeout: 30_000 });
  const offer = await mailed(/的一个建议/);
  expect(offer.text).toContain(`${visitor.name}，您好`);
  const link = /href="([^"]+)"[^>]*>\s*了解试用/.exec(offer.html ?? '')![1]!.replaceAll('&amp;', '&');
  // Where it leads to is not there; and a click right after the mail is no person's: he is a little slower.
  const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
  const second = () => sink.received.find(({ mail }) => /Lumen 试用/.test(mail.subject ?? ''));
  await expect
    .poll(async () => {
      await fetch(link, { redirect: 'manual', headers });
      return second()?.mail.text;
    })
    .toContain(visitor.name);
});

test('his score makes a lead and a deal, which the seller wins', async () => {
  await expect
    .poll(async () => (await first('lead', { contact: { eq: contact } }))?.['state'], { timeout: 30_000 })
    .toBe('qualified');
  const lead = (await first('lead', { contact: { eq: contact } }))!;
  await seller.goto(`/r/lead/${String(lead['id'])}`);
  await seller.getByRole('tab', { name: 'Signs of interest' }).click();
  for (const [what, points] of Object.entries({ 'Filled in a form': '20', 'Clicked in a mail': '30' }))
    await expect(seller.getByRole('row', { name: new RegExp(`${what}\\s*${points}`) })).toBeVisible();
  await seller.goto('/inbox');
  await expect(seller.getByRole('heading', { name: 'Get in touch' })).toBeVisible();
  await seller.getByLabel('Interested').check();
  await seller.getByLabel('What they need').fill('Forty lights for the pier');
  await seller.getByRole('button', { name: 'Complete' }).click();
  const deal = (lead['opportunity'] as { id: string }).id;
  await expect
    .poll(async () => (await first('opportunity', { id: { eq: deal } }))?.['stage'])
    .toBe('engaging');
  await call('PATCH', `/api/records/opportunity/${deal}`, { amount: { amount: '800', currency: 'USD' } });
  await seller.goto(`/r/opportunity/${deal}`);
  await expect(seller.getByText('Forty lights for the pier').first()).toBeVisible();
  await seller.getByRole('button', { name: 'Do it' }).first().click();
  await seller.getByLabel('What came of it?').selectOption({ label: 'Won' });
  await seller.getByRole('button', { name: 'Complete' }).click();
  await expect
    .poll(async () => (await first('campaign', { id: { eq: ids.campaign } }))?.['returnOnCost'])
    .toBe(3);
});

test('his question by mail is a request; late, it is escalated; answered, he is not content', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  ticket = await arrives('指示灯一直是橙色的。', { Subject: '无法连接' });
  const read = () => call('GET', `/api/records/ticket/${ticket}`);
  expect(await read()).toMatchObject({
    contact: { id: contact },
    account: { title: 'harbour-lights.example' },
  });
  await advance('P4D');
  await expect.poll(async () => (await read())['level'], { timeout: 30_000 }).toBe('late');
  const items = await call<{ items: { name: string }[] }>('GET', '/api/work-items?limit=200');
  expect(items.items.map(({ name }) => name)).toContain('Help with a late request');
  await agent.goto(`/r/ticket/${ticket}`);
  await agent.getByLabel(`Reply to ${visitor.name}`).fill('请按住按钮五秒。');
  await agent.getByLabel('and the request is then').selectOption({ label: 'Solved' });
  await agent.getByLabel(`Reply to ${visitor.name}`).press('Control+Enter');
  await expect.poll(async () => (await read())['status']).toBe('solved');
  await advance('P4D');
  const survey = await mailed(/处理满意/);
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.goto(/http\S+\?score=2/.exec(survey.text ?? '')![0]);
  await expect(page.getByRole('radio', { name: '2' })).toBeChecked();
  await page.getByRole('button').last().click();
  await expect.poll(async () => (await find('complaint', { contact: { eq: contact } })).length).toBe(1);
  await page.context().close();
});

test('the dashboard shows all of it, and his page everything that was', async ({ browser }) => {
  const admin = await signedIn(browser, company, { email: 'admin@relata.example', password });
  await admin.goto('/s/analytics.at-a-glance');
  const tile = (name: string) => admin.locator('rl-report-tile').filter({ hasText: name });
  await expect(tile('Leads by state').getByText('Became a deal').first()).toBeVisible();
  await expect(tile('Campaign effect').getByRole('row', { name: /Harbour fair.*800.*300/ })).toBeVisible();
  await expect(tile('Complaints').getByText('Registered').first()).toBeVisible();
  await admin.goto(`/r/contact/${contact}`);
  await expect(admin.getByText(visitor.email).first()).toBeVisible();
  await admin.context().close();
});

test('the marketer changes the journey in the designer while a member is in it', async () => {
  // given one more who has confirmed, and has not clicked yet
  const other = await make('contact', { name: 'Olga Offer', email: 'olga@example.com', language: 'en' });
  await call('POST', '/api/consents', {
    ...{ address: 'olga@example.com', purposes: ['news'], state: 'given', source: 'fair', shown: 'News' },
  });
  await make('form-submission', {
    ...{ who: 'Olga Offer', form: ids.form, contact: other, confirmedAt: '2026-01-01T00:00:00Z' },
  });
  const state = async () =>
    (
      await call<{ items: { version: number; tokens: unknown[] }[] }>(
        'GET',
        `/api/instances?subject=contact/${other}&flow=fair-journey`,
      )
    ).items[0];
  await expect.poll(state, { timeout: 30_000 }).toMatchObject({ version: 1, tokens: [{}] });
  // when she puts a call after the click, and lets those who are on the way take the new one
  await marketer.goto('/flows/fair-journey');
  await clickFlow(marketer, 'to-plan');
  await marketer.getByRole('button', { name: 'Approval' }).click();
  await marketer.getByLabel('Name', { exact: true }).fill('Look at the answer');
  await marketer.keyboard.press('Tab');
  await marketer
    .getByRole('combobox', { name: 'Who', exact: true })
    .selectOption({ label: 'Manager of the owner' });
  await marketer.getByRole('button', { name: 'Deploy…' }).click();
  await marketer.getByLabel(/They go on in version 2/).check();
  await marketer.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(marketer.getByText(/runs as version 2 from now on/)).toBeVisible();
  // then the member waits where she waited, on the new version
  await expect.poll(state, { timeout: 30_000 }).toMatchObject({ version: 2, tokens: [{}] });
});

/** The journey that comes along, for another segment, with nobody held out. */
function fairJourney(): string {
  const path = join(import.meta.dirname, '../../plugins/campaigns/flows/first-offer-journey.bpmn');
  return readFileSync(path, 'utf8')
    .replaceAll('first-offer-journey', 'fair-journey')
    .replaceAll('First offer journey', 'Fair journey')
    .replaceAll('no-deal-yet', 'confirmed-at-the-fair')
    .replace("{ 'mail': 90, 'hold-out': 10 }", "{ 'mail': 100, 'hold-out': 0 }");
}

/** As a mail server hands it over. */
async function arrives(text: string, headers: Record<string, string>): Promise<string> {
  const lines = Object.entries({
    From: `=?utf-8?B?${Buffer.from(visitor.name).toString('base64')}?= <${visitor.email}>`,
    To: 'support@relata.example',
    'Message-ID': '<question@harbour-lights.example>',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  });
  const answer = await fetch(`${company.relata.url}/api/inbound/mail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'message/rfc822' },
    body: `${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${text}`,
  });
  const taken = (await answer.json()) as { record?: { id: string } };
  if (!taken.record) throw new Error(JSON.stringify(taken));
  return taken.record.id;
}

/** A page of somebody else's that holds the two lines. */
async function openWebsite(): Promise<{ origin: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="zh-CN"><body><h1>Harbour fair</h1>${snippet}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The cast: it listens on a port.
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
