import type { Locale } from '../../../../core/index.ts';

/** The language that a reader asks for, of those we speak. */
export const acceptedLocale = (request: Request): Locale =>
  /^\s*zh\b/i.test(request.headers.get('accept-language') ?? '') ? 'zh-CN' : 'en';
