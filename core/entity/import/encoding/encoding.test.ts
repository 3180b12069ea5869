import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decode } from './decode.ts';
import { EncodingSniffer, type Encoding } from './sniff-encoding.ts';

const chinese = '公司,联系人,城市\n爱康科技股份有限公司,王磊,上海\n华东医疗,李娜,杭州\n';
const western = 'société,ville\nCafé Zoë,Orléans\nMüller & Söhne,Köln\nAñejo,Málaga\n';

function sniff(bytes: Buffer, piece = 5) {
  const sniffer = new EncodingSniffer();
  for (let at = 0; at < bytes.length; at += piece) sniffer.push(bytes.subarray(at, at + piece));
  return sniffer.end();
}

test.each<[string, string, string, Encoding]>([
  ['UTF-8', chinese, 'utf-8', 'utf-8'],
  ['UTF-8 with western accents', western, 'utf-8', 'utf-8'],
  ['GBK', chinese, 'gbk', 'gb18030'],
  ['GB18030', chinese, 'gb18030', 'gb18030'],
  ['Windows-1252', western, 'windows-1252', 'windows-1252'],
  ['UTF-16 without a mark', western, 'utf-16le', 'utf-16le'],
])('%s is recognised and reads as written', async (_, text, as, expected) => {
  const bytes = iconv.encode(text, as);
  expect(sniff(bytes)).toEqual({ encoding: expected });
  let read = '';
  for await (const piece of decode(pieces(bytes, 3), expected)) read += piece;
  expect(read).toBe(text);
});

test('a byte order mark decides and is not part of the first name', async () => {
  const bytes = iconv.encode(chinese, 'utf-16be', { addBOM: true });
  expect(sniff(bytes)).toEqual({ encoding: 'utf-16be' });
  let read = '';
  for await (const piece of decode(pieces(bytes, 1), 'utf-16be')) read += piece;
  expect(read).toBe(chinese);
});

test('one accent far behind the first megabyte still counts', () => {
  const bytes = Buffer.concat([Buffer.alloc(2_000_000, 'a,b\n'), iconv.encode('é,x\n', 'windows-1252')]);
  expect(sniff(bytes, 65_536)).toEqual({ encoding: 'windows-1252' });
});

test.each([
  ['spreadsheet', Buffer.from('504b0304140006000800', 'hex')],
  ['pdf', Buffer.from('%PDF-1.7 ...')],
  ['binary', Buffer.from('00017f00aa03', 'hex')],
])('a %s is no text', (kind, bytes) => {
  expect(sniff(bytes, 100)).toEqual({ notText: kind });
});

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
