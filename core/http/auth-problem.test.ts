import { expect, test } from 'vitest';
import { authProblem } from './auth-problem.ts';

test.each([
  [401, { code: 'INVALID_EMAIL_OR_PASSWORD' }, 'sign-in-wrong'],
  [400, { code: 'INVALID_EMAIL' }, 'sign-in-email'],
  [403, { code: 'INVALID_ORIGIN' }, 'origin-foreign'],
  [400, { code: 'EMAIL_PASSWORD_SIGN_UP_DISABLED' }, 'sign-up-closed'],
  [400, { code: 'SOMETHING_NEW' }, 'sign-in-shape'],
  [429, { message: 'Too many requests.' }, 'sign-in-often'],
  [404, null, 'route-unknown'],
  [405, null, 'sign-in-refused'],
])('%i with %j is %s', async (status, body, code) => {
  const answer = new Response(body && JSON.stringify(body), { status, headers: { 'x-retry-after': '7' } });
  expect(await authProblem(answer, '/api/auth/x')).toMatchObject({ status, code, params: { seconds: 7 } });
});
