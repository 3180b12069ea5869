/** Problems as RFC 9457 documents, with sentences in the reader's language. */
import { isConnectionLoss } from '../db/connection-loss.ts';
import { fieldWords } from '../entity/field-words.ts';
import { Problem } from '../errors.ts';
import type { Locale, Registry } from '../registry.ts';

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
  const sentence = (code: string, params: Record<string, unknown> | undefined): string =>
    registry.find(locale, `problem.${code}`) ? registry.text(locale, `problem.${code}`, params) : code;
  const named = namer(problem, locale, registry);
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
          error.message ?? sentence(error.code, named({ field: error.pointer.slice(1), ...error.params })),
      })),
    }),
    ...problem.extra,
  };
}

type Params = Record<string, unknown>;

/** Where the problem says whose fields it is about, sentences name them as people do. */
function namer(
  { params: { entity } }: Problem,
  locale: Locale,
  registry: Registry,
): (params: Params) => Params {
  if (typeof entity !== 'string' || !registry.hasEntity(entity)) return (params) => params;
  const definition = registry.entity(entity);
  const nameOf = (id: string): string =>
    definition.fields[id] ? fieldWords({ registry, locale }, definition, id) : id;
  return ({ field, fields, ...rest }) => ({
    ...rest,
    ...(field !== undefined && { field: typeof field === 'string' ? nameOf(field) : field }),
    ...(typeof fields === 'string' && { fields: fields.split(', ').map(nameOf).join(', ') }),
  });
}

/** The sentence of a problem that was kept, in the language of who reads it now. */
export const sentenceOf = (
  registry: Registry,
  locale: Locale,
  { code, params }: { code: string; params: Record<string, unknown> },
): string => registry.text(locale, `problem.${code}`, params);

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

export function preferredLocale(header: string | null): Locale {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('zh') ? 'zh-CN' : 'en';
}
