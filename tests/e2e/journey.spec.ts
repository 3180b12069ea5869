/** Consent, segment, journey, mail: who enters a segment gets the mails of its flow, if they agreed to such. */
import { expect, test } from '@playwright/test';
import { smtpSink, type SmtpSink } from '../support/smtp-sink.ts';
import { openCompany, type Company } from './support/company.ts';

let company: Company;
let sink: SmtpSink;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  sink = await smtpSink();
  company = await openCompany({ SMTP_URL: sink.url });
});
test.afterAll(async () => {
  await company?.close();
  await sink?.close();
});

type Instances = { items: { id: string; state: string; subject: { id: string } }[] };

test('who agreed gets the mails, who did not gets none, and a deal ends it', async () => {
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
  const account = await call<{ id: string }>('POST', '/api/records/account', { name: 'Newton Works' });
  const people = new Map<string, string>();
  for (let index = 0; index < 20; index++) {
    const email = `new${index}@newton.example`;
    const consent = { address: email, purposes: ['news'], source: 'fair', shown: 'Write to me.' };
    if (index > 0) await call('POST', '/api/consents', { ...consent, state: 'given' });
    const values = { name: `Person ${index}`, email, account: account.id };
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
  await expect.poll(async () => sink.received.length).toBe((await ofThem('active')).length);
  // then some mails arrived, each to one who agreed, personal, and with a way out
  expect(sink.received.length).toBeGreaterThan(10);
  expect(sink.received.map(({ to }) => to[0])).not.toContain('new0@newton.example');
  for (const { mail } of sink.received) {
    expect(mail.subject).toBe('An idea for Newton Works');
    expect(mail.text).toMatch(/^Hello Person \d+,/);
    expect(mail.headers.some(({ key }) => key === 'list-unsubscribe-post')).toBe(true);
  }
  // when their company has a deal, they leave the segment and the journey reaches its goal
  await call('POST', '/api/records/opportunity', { name: 'First', account: account.id });
  await expect.poll(async () => (await ofThem('completed')).length).toBe(20);
});
