import { expect, test } from 'vitest';
import { compileTemplate } from './compile-template.ts';
import { htmlOf, textsOf, type Framed } from './framed.ts';
import { htmlToText } from './html-to-text.ts';

const text = (inner: string): string =>
  `<mj-section><mj-column><mj-text>${inner}</mj-text></mj-column></mj-section>`;
const holesLength = ({ holes }: Framed): number => holes.join('').length;
const render = async (
  inner: string,
  values: Record<string, unknown> = {},
  subject = 'Hello {{ contact.name }}',
) => (await compileTemplate({ subject, body: text(inner) })).render(values);

test('each person gets their own subject, page and plain part', async () => {
  const template = await compileTemplate({
    subject: 'For {{ contact.name }}',
    body: text(
      'Dear {{ contact.name }}, <a href="https://shop.example/">our shop</a>{% if contact.city == "Oslo" %} in Oslo{% endif %}',
    ),
  });
  const ann = template.render({ contact: { name: 'Ann', city: 'Oslo' } });
  const bo = template.render({ contact: { name: '林若溪' } });
  expect(ann).toMatchObject({
    subject: 'For Ann',
    text: 'Dear Ann, our shop (https://shop.example/) in Oslo',
  });
  expect(bo).toMatchObject({ subject: 'For 林若溪', text: 'Dear 林若溪, our shop (https://shop.example/)' });
  expect(ann.html).toMatch(/<!doctype html>/i);
  // and nothing is loaded from elsewhere
  expect(ann.html).not.toContain('fonts.googleapis');
});

test('lines have room between them, unless a template says what it wants in a head of its own', async () => {
  expect((await render('Two lines')).html).toContain('line-height:1.5');
  const body = `<mjml><mj-head><mj-title>Own</mj-title></mj-head><mj-body>${text('Two lines')}</mj-body></mjml>`;
  const own = (await compileTemplate({ subject: 's', body })).render({});
  expect(own.html).not.toContain('line-height:1.5');
});

test('what a customer is called is text, whatever it looks like', async () => {
  const shown = await render('{{ contact.name }}', { contact: { name: '<script>alert(1)</script>' } });
  expect(shown.html).not.toContain('<script>');
  expect(shown.text).toBe('<script>alert(1)</script>');
  expect((await render('x', { contact: { name: 'A\r\nBcc: b@example.com' } })).subject).toBe(
    'Hello A Bcc: b@example.com',
  );
});

test.each([
  ['a loop without end', '{% for i in (1..1000000000) %}x{% endfor %}', 'template-endless'],
  [
    'loops in loops',
    '{% for i in (1..9999) %}{% for j in (1..9999) %}x{% endfor %}{% endfor %}',
    'template-endless',
  ],
  ['a script', '<script>alert(1)</script>', 'template-script'],
  ['a handler', '<a href="#" onclick="x()">x</a>', 'template-script'],
  ['a link that runs', '<a href="javascript:x()">x</a>', 'template-script'],
  ['a tag that does not end', '{% if contact %}', 'template-unclosed'],
  ['a tag that is not there', '{% foo %}', 'template-tag-unknown'],
  ['a file', "{% include '/etc/passwd' %}", 'template-takes-file'],
  ['a filter that is not there', '{{ contact | fetch }}', 'template-filter-unknown'],
  ['an unknown element', '</mj-text><mj-nothing></mj-nothing><mj-text>', 'template-element-unknown'],
  ['a colour that is none', '</mj-text><mj-text color="zz">', 'template-attribute'],
  ['far too much', 'x'.repeat(300_000), 'template-large'],
])('%s is refused', async (_name, inner, code) => {
  await expect(render(inner, { contact: { name: 'Ann' } })).rejects.toMatchObject({ status: 422, code });
});

test('what many mails share is one frame, and each is what it would be alone', async () => {
  // given
  const template = await compileTemplate({
    subject: 'Hello',
    body: text(
      `{% assign town = contact.city %}Dear {{ contact.name }},{% if contact.city %}<p>in {{ town }} &amp; around</p>{% endif %}
       {% for one in contact.list %}<b>{{ one }}</b> {% endfor %}<a href="https://x.example/?a={{ contact.name | url_encode }}&amp;b=1">our {{ contact.name }} shop</a>{{ contact.note | raw }}`,
    ),
  });
  const people = [
    { name: 'Ann', city: 'Oslo', list: ['a', 'b'], note: '' },
    { name: ' Bo  <b>& co</b>\n', list: [], note: '<p>One</p><p>Two</p>' },
    {},
  ];
  const written = people.map((contact) => template.write({ contact }).framed);
  // then
  expect(new Set(written.map(({ frame }) => frame.id)).size).toBe(1);
  for (const [place, contact] of people.entries()) {
    const { html, text: plain } = template.render({ contact });
    const { frame, holes } = written[place]!;
    expect(htmlOf(frame, holes)).toBe(html);
    expect(textsOf(frame)(holes)).toBe(plain);
    expect(plain).toBe(htmlToText(html));
  }
  expect(holesLength(written[0]!)).toBeLessThan(200);
});

test('prototypes are out of reach', async () => {
  expect((await render('[{{ contact.constructor.name }}]', { contact: {} })).text).toBe('[]');
});

test('a part that stands in no column is put into one, and what is wrong is named by its line', async () => {
  const template = await compileTemplate({ subject: 'x', body: '<mj-text>Alone</mj-text>' });
  const { html } = template.render({});
  expect(html).toContain('Alone');
  await expect(
    compileTemplate({ subject: 'x', body: text('a') + '<mj-text>b</mj-text>' }),
  ).rejects.toMatchObject({
    code: 'template-place',
    params: { line: 1, element: 'mj-text' },
  });
});

test.each([
  ['Hello', 'zh-CN', '<html lang="zh-CN"'],
  ['<mjml lang="fr"><mj-body></mj-body></mjml>', 'en', '<html lang="fr"'],
  ['Hello', undefined, '<html lang="und"'],
])('“%s” in %s says so to who has it read out', async (body, language, start) => {
  const template = await compileTemplate({ subject: 'x', body, language });
  expect(template.render({}).html).toContain(start);
});

test('what a template takes from a customer is known, in its subject and in its loops', async () => {
  const template = await compileTemplate({
    subject: 'Dear {{ contact.name }}',
    body: text(
      '{% for one in contact.list %}{{ one.x }}{% endfor %}{% if contcat.city %}{{ contact.account.title }}{% endif %}',
    ),
  });
  expect(template.asks.map((path) => path.join('.')).toSorted()).toEqual([
    'contact.account.title',
    'contact.list',
    'contact.name',
    'contcat.city',
  ]);
});
