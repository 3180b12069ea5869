import { z } from 'zod';
import { Problem } from '../../errors.ts';
import { savePerson, writeSettings } from '../../identity/index.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';
import { isTimeZone } from '../time-zone.ts';
import { sameSecretAs } from '../same-secret.ts';

interface SetupServices extends Pick<Services, 'sql' | 'auth' | 'identity'> {
  /** The one-time token that the start printed; null when somebody can already sign in. */
  setupToken: () => string | null;
}

const body = z.strictObject({
  token: z.string().max(200),
  name: z.string().trim().min(1).max(200),
  email: z.email(),
  password: z.string().min(8).max(200),
  company: z
    .strictObject({
      name: z.string().trim().min(1).max(200).optional(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'not-currency')
        .optional(),
      timeZone: z.string().refine(isTimeZone, 'not-time-zone').optional(),
    })
    .optional(),
});

/** The first administrator of a new installation. Closed for ever once there is a person. */
export const setupRoutes = ({ sql, auth, identity, setupToken }: SetupServices): Route[] => [
  route({
    method: 'get',
    path: '/api/setup',
    summary: 'Whether the first administrator is still missing',
    tag: 'people',
    permission: 'public: asked by the sign-in page, tells one boolean',
    run: async () => reply(200, { isNeeded: setupToken() !== null && (await isEmpty(sql)) }),
  }),
  route({
    method: 'post',
    path: '/api/setup',
    summary: 'Make the first administrator',
    tag: 'people',
    permission: 'public: needs the one-time token that the start printed',
    body,
    run: async ({ body: { token, company, ...change } }) => {
      const expected = setupToken();
      if (!expected || !(await isEmpty(sql))) throw new Problem({ status: 409, code: 'setup-done' });
      if (!sameSecretAs(expected)(token)) throw new Problem({ status: 403, code: 'setup-token' });
      const id = await savePerson(sql, {
        change: { ...change, roles: ['administrator'] },
        hashPassword: auth.hashPassword,
      });
      if (company) await writeSettings(sql, company);
      identity.forget();
      return reply(201, { id });
    },
  }),
];

export async function isEmpty(sql: Services['sql']): Promise<boolean> {
  const [person] = await sql`select 1 from core."user" limit 1`;
  return person === undefined;
}
