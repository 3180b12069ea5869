/** The first file of a `multipart/form-data` body (RFC 7578) as a stream, with the fields before it. */
import { Problem } from '../errors.ts';
import type { Upload } from './upload.ts';

const headLimit = 65_536;

/** Problem `upload-malformed` (400). */
export async function fileOfMultipart(body: AsyncIterable<Uint8Array>, boundary: string): Promise<Upload> {
  const reader = new PartReader(body, Buffer.from(`\r\n--${boundary}`));
  const fields: Record<string, string> = {};
  for (;;) {
    const head = await reader.head();
    if (head === null) return { name: null, fields, bytes: null };
    const disposition = /content-disposition:([^\r\n]*)/i.exec(head)?.[1] ?? '';
    const file = /filename="([^"]*)"/.exec(disposition);
    if (file) return { name: file[1] || null, fields, bytes: reader.content() };
    const name = /name="([^"]*)"/.exec(disposition)?.[1] ?? '';
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of reader.content()) {
      length += part.length;
      if (length > headLimit) throw malformed();
      parts.push(part);
    }
    fields[name] = Buffer.concat(parts).toString('utf8');
  }
}

const malformed = (): Problem => new Problem({ status: 400, code: 'upload-malformed' });

class PartReader {
  readonly #stream: AsyncIterator<Uint8Array>;
  readonly #delimiter: Buffer;
  // The first boundary has no line break before it: one is put there.
  #rest: Buffer = Buffer.from('\r\n');

  constructor(body: AsyncIterable<Uint8Array>, delimiter: Buffer) {
    this.#stream = body[Symbol.asyncIterator]();
    this.#delimiter = delimiter;
  }

  /** The head of the next part; null behind the last one. */
  async head(): Promise<string | null> {
    const start = await this.#find(this.#delimiter, headLimit);
    const from = start + this.#delimiter.length;
    while (this.#rest.length < from + 2) await this.#more();
    if (this.#rest.toString('latin1', from, from + 2) === '--') return null;
    const end = await this.#find(Buffer.from('\r\n\r\n'), headLimit);
    const head = this.#rest.toString('utf8', from, end);
    this.#rest = this.#rest.subarray(end + 4);
    return head;
  }

  /** Bytes of this part, up to the next boundary, which stays. */
  async *content(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#rest.indexOf(this.#delimiter);
      if (at >= 0) {
        if (at > 0) yield this.#rest.subarray(0, at);
        this.#rest = this.#rest.subarray(at);
        return;
      }
      // What may be the beginning of a boundary waits for more.
      const sure = this.#rest.length - this.#delimiter.length;
      if (sure > 0) {
        yield this.#rest.subarray(0, sure);
        this.#rest = this.#rest.subarray(sure);
      }
      await this.#more();
    }
  }

  async #find(bytes: Buffer, limit: number): Promise<number> {
    for (;;) {
      const at = this.#rest.indexOf(bytes);
      if (at >= 0) return at;
      if (this.#rest.length > limit) throw malformed();
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#stream.next();
    if (done) throw malformed();
    this.#rest = Buffer.concat([this.#rest, value]);
  }
}
