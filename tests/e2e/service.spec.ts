/** From a question by mail to a complaint that is looked after: the service desk on a test clock, with a real mail server. */
import { expect, test, type Page } from '@playwright/test';
import { adminKey } from '../support/relata-process.ts';
import { smtpSink, type Received, type SmtpSink } from '../support/smtp-sink.ts';
import { openCompany, signedIn, type Company } from './support/company.ts';

const agent = { email: 'agent@relata.example', password: 'relata-demo' };
const manager = { email: 'service@relata.example', password: 'relata-demo' };
const customer = 'ann@customer.example';

test.describe.configure({ mode: 'serial' });

let company: Company;
let sink: SmtpSink;
let page: Page;
let ticket = '';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  sink = await smtpSink();
  company = await openCompany({ SMTP_URL: sink.url });
  page = await signedIn(browser, company, agent);
});
test.afterAll(async () => {
  await page?.context().close();
  await company?.close();
  await sink?.close();
});

/** As a mail server hands it over. */
async function arrives(text: string, headers: Record<string, string>): Promise<string> {
  const lines = Object.entries({ From: `Ann Field <${customer}>`, To: 'support@relata.example', ...headers });
  const answer = await fetch(`${company.relata.url}/api/inbound/mail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'message/rfc822' },
    body: `${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${text}`,
  });
  const taken = (await answer.json()) as { record?: { id: string } };
  if (!taken.record) throw new Error(JSON.stringify(taken));
  return taken.record.id;
}

/** The mail to the customer with such a subject, once it is there. */
async function sent(subject: RegExp): Promise<Received['mail']> {
  const find = () =>
    sink.received.find(({ to, mail }) => to.includes(customer) && subject.test(mail.subject ?? ''));
  await expect.poll(() => find() !== undefined).toBe(true);
  return find()!.mail;
}

const advance = (time: string) => company.relata.call('POST', '/api/clock', { advance: time });
const read = () => company.relata.call<Record<string, unknown>>('GET', `/api/records/ticket/${ticket}`);

async function answer(text: string, then?: string): Promise<void> {
  const area = page.getByLabel('Reply to Ann Field');
  await area.fill(text);
  if (then) await page.getByLabel('and the request is then').selectOption({ label: then });
  await area.press('Control+Enter');
  await expect(area).toHaveValue('');
}

test('a question by mail is a request with an article that may answer it, and is answered in its thread', async () => {
  ticket = await arrives('Since the update the light stays orange.', {
    Subject: 'It does not connect',
    'Message-ID': '<question@customer.example>',
  });
  await page.goto(`/r/ticket/${ticket}`);
  await expect(page.getByText('Since the update the light stays orange.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Connect the device again after an update' })).toBeVisible();
  await answer('Please hold the button for five seconds.');
  const mail = await sent(/It does not connect/);
  expect(mail.inReplyTo).toBe('<question@customer.example>');
  expect(mail.text).toContain('Please hold the button for five seconds.');
  await expect(page.getByText('Waiting for customer').first()).toBeVisible();
});

test('what the customer answers joins it, on the open page', async () => {
  const { messageId } = await sent(/It does not connect/);
  const joined = await arrives('It is still orange.', {
    Subject: 'Re: other words',
    'In-Reply-To': messageId!,
  });
  expect(joined).toBe(ticket);
  await expect(page.getByText('It is still orange.')).toBeVisible();
  expect(await read()).toMatchObject({ status: 'open', level: 'on-time' });
});

test('what the customer wrote twice is put into one request', async () => {
  const second = await arrives('Is anybody there?', { Subject: 'Orange light' });
  await page.goto(`/r/ticket/${second}`);
  await page.getByRole('button', { name: 'Put into another request' }).click();
  await page.getByRole('combobox', { name: /Which request/ }).fill('It does not connect');
  await page.getByRole('option', { name: /It does not connect/ }).click();
  await page.getByRole('button', { name: 'Put together' }).click();
  await page.waitForURL(`**/r/ticket/${ticket}`);
  await expect(page.getByText('Is anybody there?')).toBeVisible();
  await page.goto(`/r/ticket/${second}`);
  await page.locator('service-merge').getByRole('link', { name: 'It does not connect' }).click();
  await expect(page.getByText('It is still orange.')).toBeVisible();
});

test('a colleague is named in a note by an @ and some letters, and then follows the request', async () => {
  await page.goto(`/r/ticket/${ticket}`);
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  const area = page.locator('service-composer textarea');
  await area.fill('Is this a known fault? ');
  await area.press('End');
  await area.press('@');
  const who = page.getByRole('combobox', { name: 'Name somebody' });
  await who.press('Escape');
  await expect(area).toBeFocused();
  await page.getByRole('button', { name: 'Name somebody' }).click();
  await who.fill('oka');
  await page.getByRole('option', { name: 'Selma Okafor' }).click();
  await expect(area).toHaveValue('Is this a known fault? @Selma Okafor ');
  await area.press('Control+Enter');
  await expect(area).toHaveValue('');
  await expect(page.getByText('Is this a known fault? @Selma Okafor')).toBeVisible();
  await page.getByRole('tab', { name: 'Followers and files' }).click();
  await expect(page.getByText('Selma Okafor').first()).toBeVisible();
  await page.goto(`/r/ticket/${ticket}`);
});

test('nobody answers: who works on it is warned, and a manager is asked to help', async ({ browser }) => {
  test.setTimeout(120_000);
  await advance('P4D');
  await expect.poll(async () => (await read())['level']).toBe('late');
  const desk = await signedIn(browser, company, manager);
  await desk.goto(`/r/ticket/${ticket}`);
  await expect(desk.getByText('Help with a late request').first()).toBeVisible();
  await desk.context().close();
});

test('solved at last, the customer says two of five, and a complaint begins', async ({ browser }) => {
  test.setTimeout(120_000);
  await answer('We send you a new one today.', 'Solved');
  await expect.poll(async () => (await read())['status']).toBe('solved');
  await advance('P4D');
  const survey = await sent(/How was it/);
  const link = /http\S+\?score=2/.exec(survey.text ?? '')?.[0];
  const other = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await other.goto(link!);
  await expect(other.getByRole('radio', { name: '2' })).toBeChecked();
  await other.getByRole('textbox').fill('It took you a week.');
  await other.getByRole('button', { name: 'Send' }).click();
  await expect(other.getByText('Your answer has reached us.')).toBeVisible();
  await other.goto(link!);
  await expect(other.getByText('This question has been answered already.')).toBeVisible();
  await other.context().close();
  await page.goto('/r/complaint/board');
  const card = page.getByRole('region', { name: 'Registered' }).getByText(/It does not connect/);
  await expect(card).toBeVisible();
  await card.click();
  await expect(page.getByText('Apologise, and say what happens next').first()).toBeVisible();
  await page.getByRole('tab', { name: 'What happened' }).click();
  await expect(page.getByText('It took you a week.').first()).toBeVisible();
});

test('the customer signs in to the portal by a mail, reads the answer, and writes a new request', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'en-US' });
  const portal = await context.newPage();
  await portal.goto(`${company.relata.url}/p/service/portal#requests`);
  await portal.getByLabel('E-mail').fill(customer);
  await portal.getByRole('button', { name: 'Send me a link' }).click();
  await expect(portal.getByText(`We have written to ${customer}.`)).toBeVisible();
  const link = /http\S+#key=\S+/.exec((await sent(/Your link to sign in/)).text ?? '')?.[0];
  await portal.goto(link!);
  await portal.getByRole('button', { name: 'Sign in' }).click();
  await portal.getByRole('link', { name: /It does not connect/ }).click();
  await expect(portal.getByText('We send you a new one today.')).toBeVisible();
  const choose = portal.locator('input[type=file]');
  const photo = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('orange') });
  await choose.setInputFiles(photo('light.exe'));
  await expect(portal.getByText('“light.exe” is of a kind that we do not take.')).toBeVisible();
  await choose.setInputFiles(photo('light.txt'));
  await expect(portal.getByRole('link', { name: /light.txt/ })).toBeVisible();
  // A new one, with an article beside it that may answer it.
  await portal.goto(`${company.relata.url}/p/service/portal#new`);
  await portal.getByLabel('What is it about?').fill('Orange light after the update');
  await portal.getByLabel('What happened, and what did you expect?').fill('The new one does not connect.');
  await expect(portal.getByRole('link', { name: 'Connect the device again after an update' })).toBeVisible();
  await portal.getByRole('button', { name: 'Send' }).click();
  await expect(portal.getByRole('heading', { name: 'Orange light after the update' })).toBeVisible();
  await page.goto('/r/ticket/list?search=Orange');
  await expect(page.getByText('Orange light after the update').first()).toBeVisible();
  // The link opens once.
  const second = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await second.goto(link!);
  await second.getByRole('button', { name: 'Sign in' }).click();
  await expect(second.getByText('This link was used already.')).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await second.context().close();
  await context.close();
});

test('in a chat a bot answers with an article, and hands over to a person, whose answer appears', async ({
  browser,
}) => {
  const visitor = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await visitor.goto(`${company.relata.url}/p/service/portal`);
  // As on any page: the script, and the element.
  const embed = () =>
    visitor.evaluate(async () => {
      await import(`${location.origin}/widgets/relata-chat.js`);
      document.body.append(document.createElement('relata-chat'));
    });
  await embed();
  await visitor.getByRole('button', { name: 'Questions?' }).click();
  await expect(visitor.getByText('Hello! What can we do for you?')).toBeVisible();
  await advance('PT5S'); // The clock stands still, and nobody writes in no time.
  const words = visitor.getByLabel('Write a message');
  await words.fill('How do I connect the device again after the update?');
  await words.press('Enter');
  await expect(visitor.getByText('This may be what you are looking for:')).toBeVisible();
  await visitor.getByRole('button', { name: 'Read the article' }).click();
  await expect(visitor.getByText('Hold the round button for five seconds.')).toBeVisible();
  await visitor.getByRole('button', { name: 'Talk to a person' }).click();
  await expect(visitor.getByText('I ask a colleague to take over.')).toBeVisible();
  const { items } = await company.relata.call<{ items: { id: string; channel: string }[] }>(
    'GET',
    '/api/records/ticket?sort=-createdAt&limit=1',
  );
  expect(items[0]).toMatchObject({ channel: 'chat', isWithBot: false });
  // Who was given it reads in the inbox that somebody waits there, until it is answered.
  const waiting = async () => {
    const { items: open } = await company.relata.call<{ items: { name: string }[] }>(
      'GET',
      '/api/work-items',
    );
    return open.filter(({ name }) => name === 'Answer in the chat').length;
  };
  await expect.poll(waiting).toBe(1);
  await page.goto(`/r/ticket/${items[0]!.id}`);
  const reply = page.getByLabel('Reply to Visitor');
  await reply.fill('I am a person. Which light do you see?');
  await reply.press('Control+Enter');
  await expect(visitor.getByText('Which light do you see?')).toBeVisible();
  await expect.poll(waiting).toBe(0);
  // Who comes back finds the whole of it, from the greeting on.
  await visitor.reload();
  await embed();
  await visitor.getByRole('button', { name: /^Questions\?|new/ }).click();
  await expect(visitor.getByText('Hello! What can we do for you?')).toBeVisible();
  await expect(visitor.getByText('Which light do you see?')).toBeVisible();
  await visitor
    .locator('relata-chat input[type=file]')
    .setInputFiles({ name: 'mine.txt', mimeType: 'text/plain', buffer: Buffer.from('orange') });
  await expect(visitor.getByRole('link', { name: 'mine.txt' })).toBeVisible();
  await visitor.context().close();
});

test('birthday mails are switched on, appear on the calendar, and reach who agreed, on the day', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  // The clock of the server was moved; the last chat began at its time.
  const { items } = await company.relata.call<{ items: { createdAt: string }[] }>(
    'GET',
    '/api/records/ticket?sort=-createdAt&limit=1',
  );
  const birthday = new Date(Date.parse(items[0]!.createdAt) + 5 * 86_400_000).toISOString().slice(5, 10);
  // Names that nobody of the demo has: whose birthday comes depends on the day this runs.
  const emails = ['wilgefortis@customer.example', 'quasimodo@customer.example'];
  for (const email of emails)
    await company.relata.call('POST', '/api/records/contact', {
      ...{ name: email.split('@')[0], email, birthday: `1992-${birthday}` },
    });
  await company.relata.call('POST', '/api/consents', {
    ...{ channel: 'email', address: emails[0], purposes: ['news'], state: 'given' },
    ...{ source: 'phone', shown: 'May we write to you? Yes.' },
  });
  const desk = await signedIn(browser, company, manager);
  await desk.goto('/r/care-plan/list');
  await desk.getByRole('link', { name: 'Birthday greetings' }).click();
  await desk.getByRole('button', { name: 'Change Switched on' }).click();
  // Chosen at once: the editor goes when it is.
  await desk.getByRole('checkbox', { name: 'Switched on' }).click();
  await expect(desk.getByRole('checkbox', { name: 'Switched on' })).toBeHidden();
  const planned = '/api/records/care-occasion?search=wilgefortis';
  const occasions = async (): Promise<{ on: string }[]> =>
    (await company.relata.call<{ items: { on: string }[] }>('GET', planned)).items;
  await expect.poll(async () => (await occasions()).length).toBe(1);
  // The clock of the browser was not moved: its month is another than that of the day, or will be.
  const day = (await occasions())[0]!.on;
  await desk.goto(`/r/care-occasion/calendar?search=wilgefortis&day=${day}`);
  await expect(desk.getByRole('link', { name: /Birthday greetings/ }).first()).toBeVisible();
  await advance('P6D');
  const mails = () =>
    sink.received
      .filter(({ mail }) => mail.subject?.startsWith('Happy birthday'))
      .flatMap(({ to }) => to.filter((address) => emails.includes(address)));
  await expect.poll(mails).toEqual(['wilgefortis@customer.example']);
  // Who did not agree gets none, and it says why.
  await desk.goto('/r/care-occasion/list?search=quasimodo');
  await desk.getByRole('link', { name: /^quasimodo/ }).click();
  await expect(desk.getByText('Did not agree to such mails').first()).toBeVisible();
  await desk.context().close();
});
