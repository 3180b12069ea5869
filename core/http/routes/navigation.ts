import { z } from 'zod';
import { notFound } from '../../errors.ts';
import { openNavigation, writeNavigation } from '../../screen/index.ts';
import { roleLabel } from '../../screen/labels.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

const path = '/api/navigation';
const tag = 'screens';
const permission = 'screens.manage';
const role = z.string().min(1).max(120);
const words = z.string().trim().max(80).optional();

const layout = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z][a-z0-9-]*$/)
          .max(80),
        label: z.strictObject({ en: words, 'zh-CN': words }).optional(),
        isHidden: z.boolean().optional(),
        places: z
          .array(z.strictObject({ key: z.string().min(1).max(160), isHidden: z.boolean().optional() }))
          .max(300),
      }),
    )
    .max(60),
});

/** Groups of the navigation and what stands in them, for everybody or for a role. */
export function navigationRoutes(
  services: Pick<Services, 'sql' | 'registry' | 'screens' | 'clock'>,
): Route[] {
  const { sql, registry, clock } = services;
  const titleOf = (id: string | null): string => {
    if (id !== null && !registry.roles.some((each) => each.id === id)) throw notFound('role', id);
    return id === null ? registry.text('en', 'navigation.everybody') : roleLabel(registry, 'en', id);
  };
  return [
    route({
      ...{ method: 'get', path, tag, permission },
      summary:
        'The navigation to be arranged, for everybody or for a role: all groups and places, hidden ones too',
      query: z.object({ role: role.optional() }),
      run: async ({ actor, query }) => {
        titleOf(query.role ?? null);
        return reply(200, await openNavigation(services, { role: query.role ?? null, locale: actor.locale }));
      },
    }),
    route({
      ...{ method: 'put', path, tag, permission },
      summary:
        'Arrange the navigation for everybody or for a role; without a layout it is as the plugins say again',
      body: z.strictObject({
        role: role.nullable().default(null),
        layout: layout.nullable(),
        version: z.number().int().min(0),
      }),
      run: async ({ actor, body, requestId }) => {
        const title = titleOf(body.role);
        const author = { actor: actor.userId ?? actor.id, at: clock.now(), requestId };
        await sql.begin((tx) => writeNavigation(tx, { ...body, title }, author));
        return reply(200, await openNavigation(services, { role: body.role, locale: actor.locale }));
      },
    }),
  ];
}
