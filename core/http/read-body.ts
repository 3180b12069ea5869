import { Problem } from '../errors.ts';

/** Largest JSON body: a bulk start of 100,000 instances with a few variables each fits. */
const largestBody = 32 * 1024 * 1024;
const deepestJson = 64;

/** The JSON body of a request; undefined when there is none. Problems `body-large`, `body-not-json`, `body-deep`. */
export async function readBody(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) throw tooLarge();
  const text = await request.text();
  if (text.length > largestBody) throw tooLarge();
  if (text === '') return undefined;
  const value = parse(text);
  if (isDeeper(value, deepestJson))
    throw new Problem({ status: 422, code: 'body-deep', params: { depth: deepestJson } });
  return value;
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

/** Level by level, so that the check itself cannot exhaust the stack. */
function isDeeper(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}
