import type { Problem } from '../errors.ts';
import type { Locale, Registry } from '../registry.ts';
import { publicPage } from './public-page.ts';

/** A browser that goes somewhere names pages first; programs and our own pages' scripts do not. */
export const isPageWanted = (request: Request): boolean =>
  (request.headers.get('accept') ?? '').startsWith('text/html');

interface Telling {
  locale: Locale;
  text: Registry['text'];
  /** Where it is more than that something did not work. */
  title?: string | undefined;
}

/** The sentence of a problem, for who followed a link and sees no page of ours. */
export const problemPage = (
  { code, params, status }: Problem,
  { locale, text, title = text(locale, 'page.problem.title') }: Telling,
): Response => publicPage({ locale, title, text: text(locale, `problem.${code}`, params) }, status);
