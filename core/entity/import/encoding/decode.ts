import iconv from 'iconv-lite';
import type { Encoding } from './sniff-encoding.ts';

/** Turns bytes into text piece by piece; a byte order mark is dropped. */
export async function* decode(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const piece of bytes) {
    const text = decoder.write(piece);
    if (text !== '') yield text;
  }
  const tail = decoder.end();
  if (tail) yield tail;
}

/** The beginning of a file as text; a character cut in two at the end is left out. */
export const decodeHead = (bytes: Buffer, encoding: Encoding): string => {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  return decoder.write(bytes);
};
