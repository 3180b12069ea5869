import { expect, test } from 'vitest';
import { leadsNowhere, moveBlock, newBlock, readBlocks, writeBlocks } from './blocks.ts';

const mail = `<mjml>
  <mj-body background-color="#f4f4f2">
    <mj-section>
      <mj-column>
        <mj-text font-size="20px">Hello {{ contact.name }}{% if contact.city %} in <b>{{ contact.city }}</b>{% endif %}</mj-text>
        <mj-button href="https://shop.example/?a=1&amp;b=>">Look</mj-button>
        <mj-divider border-width="1px" />
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;

test('a mail of one column is read as blocks, and written as it was', () => {
  const read = readBlocks(mail)!;
  expect(read.blocks).toMatchObject([
    { kind: 'text', attributes: { 'font-size': '20px' } },
    { kind: 'button', attributes: { href: 'https://shop.example/?a=1&amp;b=>' }, content: 'Look' },
    { kind: 'divider', content: '' },
  ]);
  expect(writeBlocks(read)).toBe(mail);
});

test('into a frame without any, blocks are put and moved', () => {
  const begun = { ...readBlocks(mail)!, blocks: [] };
  expect(readBlocks(writeBlocks(begun))).toEqual(begun);
  const blocks = [newBlock('text', 'One'), newBlock('image', ''), newBlock('button', 'Go')];
  const moved = moveBlock(blocks, 0, 2);
  expect(moved.map(({ kind }) => kind)).toEqual(['image', 'button', 'text']);
  expect(moveBlock(moved, 0, -1)).toEqual(moved);
  expect(readBlocks(writeBlocks({ ...begun, blocks: moved }))?.blocks).toEqual(moved);
});

test.each([
  ['two columns', mail.replace('</mj-column>', '</mj-column><mj-column></mj-column>')],
  ['a part that blocks do not know', mail.replace('<mj-divider', '<mj-social></mj-social><mj-divider')],
  ['Liquid between blocks', mail.replace('<mj-divider', '{% if a %}<mj-divider')],
  ['nothing at all', ' '],
  ['no frame', '<mj-text>Alone</mj-text>'],
])('%s stays source', (_name, body) => {
  expect(readBlocks(body)).toBeNull();
});

test('an address left as it began leads nowhere; any other is what its writer says', () => {
  expect(['', ' https:// ', 'http://'].every((value) => leadsNowhere('href', value))).toBe(true);
  expect(leadsNowhere('src', 'https://')).toBe(true);
  expect(leadsNowhere('href', 'https://shop.example')).toBe(false);
  expect(leadsNowhere('href', '{{ contact.website }}')).toBe(false);
  expect(leadsNowhere('height', '')).toBe(false);
});
