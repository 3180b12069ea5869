import type { Locale, Registry } from '../../registry.ts';

interface Failure {
  code: string;
  message: string;
  params?: Record<string, unknown>;
}

/** In the reader's language, where whoever failed has a sentence for it. A `reason` is another. */
export function toldError(
  registry: Pick<Registry, 'text' | 'find'>,
  locale: Locale,
  { code, message, params }: Failure,
): string {
  const key = `problem.${code}`;
  if (registry.find(locale, key) === undefined) return message;
  const reason = `problem.${String(params?.['reason'])}`;
  const told = registry.find(locale, reason) === undefined ? message : registry.text(locale, reason, params);
  const text = registry.text(locale, key, { message: told, ...params });
  return text.includes('{{') ? message : text;
}
