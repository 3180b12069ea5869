import { preferredLocale, type Locale } from '../../../core/index.ts';

/** The language that a reader asks for, of those we speak. */
export const acceptedLocale = (request: Request): Locale =>
  preferredLocale(request.headers.get('accept-language'));
