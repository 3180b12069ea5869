import type { Problem } from '../errors.ts';
import type { Locale, Registry } from '../registry.ts';
import { problemDocument } from './problem.ts';
import { publicPage } from './public-page.ts';

/** A browser that goes somewhere names pages first; programs and our own pages' scripts do not. */
export const isPageWanted = (request: Request): boolean =>
  (request.headers.get('accept') ?? '').startsWith('text/html');

export const problemPage = (problem: Problem, locale: Locale, registry: Registry): Response =>
  publicPage(
    {
      locale,
      title: registry.text(locale, 'page.problem.title'),
      text: problemDocument(problem, locale, registry).detail,
    },
    problem.status,
  );
