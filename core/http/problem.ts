/** Problems as RFC 9457 documents, with sentences in the reader's language. */
import { isConnectionLoss } from '../db/connection-loss.ts';
import { listWords, pathWords } from '../entity/field-words.ts';
import { Problem } from '../errors.ts';
import type { Locale, Registry } from '../registry.ts';
import { entityLabel } from '../screen/index.ts';

export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: { pointer: string; code: string; message: string }[];
  [name: string]: unknown;
}

export function problemDocument(problem: Problem, locale: Locale, registry: Registry): ProblemDocument {
  const sentence = (code: string, params: Params): string =>
    registry.find(locale, `problem.${code}`) ? sentenceOf(registry, locale, { code, params }) : code;
  const { entity } = problem.params;
  return {
    type: `urn:relata:problem:${problem.code}`,
    title: registry.find(locale, `problem.${problem.code}.title`) ?? sentence(problem.code, problem.params),
    status: problem.status,
    code: problem.code,
    detail: sentence(problem.code, problem.params),
    ...(problem.errors && {
      errors: problem.errors.map((error) => ({
        pointer: error.pointer,
        code: error.code,
        message:
          error.message ?? sentence(error.code, { entity, field: error.pointer.slice(1), ...error.params }),
      })),
    }),
    ...problem.extra,
  };
}

type Params = Record<string, unknown>;

/** The sentence of a problem, also of one that was kept, in the language of who reads it now. */
export function sentenceOf(
  registry: Registry,
  locale: Locale,
  { code, params }: { code: string; params: Params },
): string {
  const { words, isRemoved } = named(withThing(params, locale, registry), locale, registry);
  const removed = `problem.${code}.removed`;
  const key = isRemoved && registry.find(locale, removed) ? removed : `problem.${code}`;
  return registry.text(locale, key, words);
}

/** What is missing is called as people call it, be it a record or something else that has ids. */
function withThing(params: Params, locale: Locale, registry: Registry): Params {
  const { what } = params;
  if (typeof what !== 'string') return params;
  const thing = registry.hasEntity(what)
    ? entityLabel(registry, locale, registry.entity(what)).one
    : (registry.find(locale, `thing.${what}`) ?? what);
  return { ...params, what: thing };
}

/** Where a problem says whose fields it is about, its sentence names them as people do. */
function named(params: Params, locale: Locale, registry: Registry): { words: Params; isRemoved: boolean } {
  const { entity } = params;
  if (typeof entity !== 'string' || !registry.hasEntity(entity)) return { words: params, isRemoved: false };
  const words: Params = { ...params, entity: entityLabel(registry, locale, registry.entity(entity)).one };
  let isRemoved = false;
  const nameOf = (path: string): string => {
    const found = pathWords({ registry, locale }, entity, path);
    isRemoved ||= found.isRemoved;
    return found.words;
  };
  for (const one of ['field', 'operand'])
    if (typeof params[one] === 'string') words[one] = nameOf(params[one]);
  if (typeof params['fields'] === 'string')
    words['fields'] = listWords(params['fields'].split(', ').map(nameOf), locale);
  const { target, by } = params;
  if (typeof target === 'string' && registry.hasEntity(target)) {
    words['target'] = entityLabel(registry, locale, registry.entity(target)).one;
    if (typeof by === 'string') words['by'] = pathWords({ registry, locale }, target, by).words;
  }
  return { words, isRemoved };
}

export function problemResponse(problem: Problem, locale: Locale, registry: Registry): Response {
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' };
  if (problem.status === 503) headers['retry-after'] = '1';
  if (problem.status === 429) headers['retry-after'] = String(problem.params['seconds'] ?? 1);
  return new Response(JSON.stringify(problemDocument(problem, locale, registry)), {
    status: problem.status,
    headers,
  });
}

/** What reached us as another error: a lost database is 503, what PostgreSQL says of bad values is 422, the rest 500. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isConnectionLoss(error)) return new Problem({ status: 503, code: 'database-unavailable' });
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  // 22P02: text that is no UUID or number where the database wanted one.
  if (code === '22P02') return new Problem({ status: 422, code: 'value-malformed' });
  return new Problem({ status: 500, code: 'internal' });
}

/** The language that somebody without an account asks for by the header `accept-language`, of those we speak. */
export function preferredLocale(header: string | null): Locale {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('zh') ? 'zh-CN' : 'en';
}
