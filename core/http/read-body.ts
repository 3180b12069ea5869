import { Problem } from '../errors.ts';

/** Largest JSON body: a bulk start of 100,000 instances with a few variables each fits. */
const largestBody = 32 * 1024 * 1024;
const deepestJson = 64;
/** Whoever still sends does not hear the answer: what is too large is read away, but not without end. */
const mostReadAway = 256 * 1024 * 1024;
const readAwayMilliseconds = 20_000;

/** The JSON body of a request; undefined when there is none. Problems `body-large`, `body-not-json`, `body-deep`. */
export async function readBody(request: Request): Promise<unknown> {
  const text = await readText(request);
  if (text === null) throw tooLarge();
  if (text === '') return undefined;
  if (isDeeper(text, deepestJson))
    throw new Problem({ status: 422, code: 'body-deep', params: { depth: deepestJson } });
  return parse(text);
}

/** Null when it is too large. */
async function readText(request: Request): Promise<string | null> {
  const length = request.headers.get('content-length');
  if (length !== null && Number(length) <= largestBody) return request.text();
  const chunks: Uint8Array[] = [];
  let [size, isTooLarge] = [0, Number(length) > largestBody];
  const until = performance.now() + readAwayMilliseconds;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    isTooLarge ||= size > largestBody;
    if (!isTooLarge) chunks.push(chunk);
    else if (size > mostReadAway || performance.now() > until) break;
  }
  return isTooLarge ? null : new TextDecoder().decode(Buffer.concat(chunks));
}

const tooLarge = (): Problem =>
  new Problem({ status: 413, code: 'body-large', params: { megabytes: largestBody / 1024 / 1024 } });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem({ status: 400, code: 'body-not-json' });
  }
}

/** Counts brackets before anything is parsed: two million of them take the parser a second, and this ten milliseconds. */
function isDeeper(text: string, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfText(text, at);
    else if (character === '[' || character === '{') {
      if (++depth > limit) return true;
    } else if (character === ']' || character === '}') depth--;
  }
  return false;
}

/** Where the quotation mark is that ends what begins at `start`; the end of all when there is none. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    let escapes = 0;
    while (text[at - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return at;
  }
}
