import { expect, test } from 'vitest';
import { mailOf, type Desk } from './open-desk.ts';

/** How mails come in, told beside the desk that `service.test.ts` opens. */
export function mailTests(desk: () => Desk): void {
  test('mails of the same moment are kept together, each once and with what it answers', async () => {
    // given a customer we know, and mails of which one answers another and one comes twice
    await desk().create('contact', { name: 'Flo Field', email: 'flo@together.example' });
    const from = (who: string, id: string, headers: Record<string, string> = {}) =>
      mailOf('Please help', {
        ...{ From: `${who}@together.example`, 'Message-ID': `<${id}@together.example>` },
        ...headers,
      });
    const mails = [
      from('flo', 'a'),
      from('gus', 'b'),
      from('flo', 'a'),
      from('flo', 'c', { 'In-Reply-To': '<a@together.example>' }),
      from('gus', 'd', { References: '<x@together.example> <b@together.example>' }),
      from('hal', 'e', { 'Auto-Submitted': 'auto-replied' }),
    ];
    // when
    const results = await Promise.all(mails.map((raw) => desk().world.inbound.take(raw)));
    // then
    const [a, b, twice, c, d, away] = results.map((one) =>
      one.state === 'taken' ? one.record.id : one.state === 'refused' ? one.reason : one.state,
    );
    expect([c, d, twice, away]).toEqual([a, b, 'duplicate', 'mail-automatic']);
    expect(await desk().read(String(a))).toMatchObject({ requesterName: 'Flo Field', channel: 'mail' });
    expect((await desk().talk(String(a))).messages).toHaveLength(2);
    // and a customer is found where hundreds share another's address
    const shared = Array.from({ length: 205 }, (_, place) => ({
      name: `Desk ${place}`,
      email: 'info@together.example',
    }));
    await desk().world.plugin.records(desk().world.plugin.self).create('contact', shared);
    const both = await Promise.all(
      [from('info', 'many'), from('flo', 'one')].map((raw) => desk().world.inbound.take(raw)),
    );
    const names = both.map(async (one) =>
      one.state === 'taken' ? (await desk().read(one.record.id))['requesterName'] : one.state,
    );
    expect(await Promise.all(names)).toEqual([expect.stringContaining('Desk'), 'Flo Field']);
    // and a machine that writes without end is stopped within one moment too
    const noisy = { From: 'loop@together.example' };
    const pings = await Promise.all(
      Array.from({ length: 35 }, () => desk().world.inbound.take(mailOf('ping', noisy))),
    );
    expect(pings.filter(({ state }) => state === 'refused').length).toBe(5);
  });

  test('a mail with a script, a tracker, headers in its subject and a borrowed name does no harm; one of 50 MB is refused', async () => {
    // given
    const raw = Buffer.from(
      [
        'From: "Boss <boss@relata.example>" <trick@evil.example>',
        'To: support@relata.example',
        'Subject: =?utf-8?Q?Help=0D=0ABcc:_all@evil.example?=',
        'Message-ID: <trick@evil.example>',
        'Content-Type: text/html',
        '',
        '<p onclick="steal()">Please help</p><script>steal()</script>',
        '<img src="https://evil.example/seen.gif"><a href="javascript:steal()">here</a>',
      ].join('\r\n'),
    );
    // when
    const id = await desk().taken(raw);
    // then
    const [message] = await desk()
      .world.plugin.records(desk().world.plugin.self)
      .find('ticket-message', { ticket: { eq: id } });
    expect(String(message!['html'])).toContain('Please help');
    expect(String(message!['html'])).not.toMatch(/script|onclick|evil\.example|steal/);
    expect(String(message!['from'])).toContain('<trick@evil.example>');
    expect((await desk().say(id, { text: 'Who are you?' })).status).toBe(201);
    const mail = (await desk().sent()).at(-1)!;
    expect(mail).toMatchObject({ recipient: 'trick@evil.example' });
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(Object.keys(mail.content.headers).map((name) => name.toLowerCase())).not.toContain('bcc');
    // and
    const large = Buffer.alloc(50 * 1_048_576, 97);
    expect(
      await desk()
        .world.inbound.take(large)
        .catch(({ code }: { code: string }) => code),
    ).toBe('mail-large');
  });
}

/** Mails as machines and strangers send them. */
export function strangeMailTests(desk: () => Desk): void {
  test('a sender who cannot be answered, or with a very long name, becomes a request all the same', async () => {
    // given a machine of the own house
    const id = await desk().taken(mailOf('Disk full', { From: 'root@monitor' }));
    // then
    expect(await desk().read(id)).toMatchObject({ requesterName: 'root@monitor', requesterEmail: null });
    const answer = await desk().say(id, { text: 'Which one?' });
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      422,
      expect.stringContaining('service-no-address'),
    ]);
    // and
    const address = `${'l'.repeat(60)}@${'long.'.repeat(30)}example`;
    const long = await desk().taken(mailOf('Hi', { From: `${'N'.repeat(200)} <${address}>` }));
    const [message] = (await desk().talk(long)).messages;
    expect(String(message!['from'])).toMatch(new RegExp(`^N{50,} <${address}>$`));
  });
}
