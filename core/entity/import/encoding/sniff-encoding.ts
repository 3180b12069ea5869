import { isAscii } from 'node:buffer';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** What a file is that is no text at all, known by its first bytes. */
export type NotText = 'spreadsheet' | 'pdf' | 'image' | 'archive' | 'binary';

const signatures: [string, NotText][] = [
  ['504b0304', 'spreadsheet'],
  ['d0cf11e0', 'spreadsheet'],
  ['25504446', 'pdf'],
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
  ['1f8b', 'archive'],
  ['377abcaf', 'archive'],
];

/**
 * Looks at every byte of a file as it passes by, so that a Chinese name on the last page counts. UTF-8 is
 * what decodes as such; else GB18030 when most high bytes come in pairs of the Chinese zone (both ≥ 0xA1:
 * in Western text an accent is followed by an ASCII letter); else Windows-1252.
 */
export class EncodingSniffer {
  #first: Buffer | null = null;
  #utf8: TextDecoder | null = new TextDecoder('utf-8', { fatal: true });
  #isUtf8Open = false;
  #pairs = 0;
  #singles = 0;
  #pending = 0;

  push(bytes: Buffer): void {
    if (!this.#first || this.#first.length < 4096)
      this.#first = Buffer.concat([this.#first ?? Buffer.alloc(0), bytes.subarray(0, 4096)]);
    if (isAscii(bytes) && !this.#isUtf8Open && this.#pending === 0) return;
    this.#checkUtf8(bytes);
    this.#countPairs(bytes);
  }

  end(): { encoding: Encoding } | { notText: NotText } {
    const first = this.#first ?? Buffer.alloc(0);
    const hex = first.subarray(0, 4).toString('hex');
    const known = signatures.find(([signature]) => hex.startsWith(signature));
    if (known) return { notText: known[1] };
    const wide = wideEncoding(first);
    if (wide) return { encoding: wide };
    if (first.includes(0)) return { notText: 'binary' };
    if (this.#utf8 && this.#isUtf8Whole()) return { encoding: 'utf-8' };
    const isChinese = this.#pairs > 0 && this.#pairs >= this.#singles * 1.5;
    return { encoding: isChinese ? 'gb18030' : 'windows-1252' };
  }

  #checkUtf8(bytes: Buffer): void {
    try {
      this.#utf8?.decode(bytes, { stream: true });
      this.#isUtf8Open = true;
    } catch {
      this.#utf8 = null;
      this.#isUtf8Open = false;
    }
  }

  #isUtf8Whole(): boolean {
    try {
      this.#utf8?.decode();
      return true;
    } catch {
      return false;
    }
  }

  #countPairs(bytes: Buffer): void {
    for (const byte of bytes) {
      if (this.#pending > 0) {
        if (byte >= 0xa1) this.#pairs += 1;
        else this.#singles += 1;
        this.#pending = 0;
      } else if (byte >= 0xa1) this.#pending = byte;
      else if (byte >= 0x80) this.#singles += 1;
    }
  }
}

function wideEncoding(first: Buffer): Encoding | null {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  if (first.length % 2 === 1) return null;
  let even = 0;
  let odd = 0;
  for (const [at, byte] of first.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 1) odd += 1;
    else even += 1;
  }
  // ASCII in UTF-16 has a zero in every pair; delimiters and digits alone give a tenth.
  if (odd > first.length / 20 && even === 0) return 'utf-16le';
  if (even > first.length / 20 && odd === 0) return 'utf-16be';
  return null;
}
