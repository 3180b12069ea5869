import { expect, test } from 'vitest';
import { linkParts } from './link-parts.ts';

const links = (text: string): string[] => linkParts(text).flatMap((part) => (part.isLink ? [part.text] : []));

test('addresses in a text can be followed, without what ends the sentence', () => {
  // given
  const text =
    'See https://a.example/x?y=1#z. Or (http://b.example/c), or “HTTPS://d.example”, or 请看https://e.example/f。谢谢';
  // then
  expect(links(text)).toEqual([
    ...['https://a.example/x?y=1#z', 'http://b.example/c', 'HTTPS://d.example', 'https://e.example/f'],
  ]);
  expect(
    linkParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

test('nothing else becomes a link', () => {
  expect(
    links('javascript:alert(1) data:text/html,x ftp://a http:// https:// <b>x</b> www.a.example'),
  ).toEqual([]);
});
