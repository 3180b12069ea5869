import { invalid } from '../errors.ts';

/**
 * Whether websites are named as browsers name them, `https://example.com`: as `Route.origins` compares them. Problem
 * `not-origin` at `/origins` for the first that is not; what is no list is not looked at.
 */
export function checkOrigins(origins: unknown): void {
  if (!Array.isArray(origins)) return;
  const wrong = origins.map(String).find((origin) => !isOrigin(origin));
  if (wrong !== undefined)
    throw invalid([{ pointer: '/origins', code: 'not-origin', params: { origin: wrong.slice(0, 200) } }]);
}

const isOrigin = (text: string): boolean =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
