import type { Locale, Registry } from '../../registry.ts';

interface Failure {
  code: string;
  message: string;
  params?: Record<string, unknown>;
}

/** In the reader's language, where whoever failed has a sentence for it. */
export function toldError(
  registry: Pick<Registry, 'text' | 'find'>,
  locale: Locale,
  { code, message, params }: Failure,
): string {
  const key = `problem.${code}`;
  if (registry.find(locale, key) === undefined) return message;
  const text = registry.text(locale, key, { message, ...params });
  return text.includes('{{') ? message : text;
}
