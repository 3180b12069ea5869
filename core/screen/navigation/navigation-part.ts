import { z } from 'zod';
import type { ConfigurationPart } from '../../configuration/index.ts';
import type { Sql } from '../../db/connect.ts';
import type { Registry } from '../../registry.ts';
import { roleLabel } from '../labels.ts';
import type { NavigationLayout } from './layout.ts';
import { idOf, navigationKind, readNavigation, writeNavigation } from './navigation-rows.ts';

const shape = z.looseObject({
  groups: z.array(
    z.looseObject({
      id: z.string(),
      label: z.record(z.string(), z.string()).optional(),
      places: z.array(z.looseObject({ key: z.string() })),
    }),
  ),
});

/** What admins arranged, for everybody and for roles, as configuration. */
export function navigationPart({ sql, registry }: { sql: Sql; registry: Registry }): ConfigurationPart {
  const titleOf = (role: string | null): string =>
    role === null ? registry.text('en', 'navigation.everybody') : roleLabel(registry, 'en', role);
  const roleOf = (id: string): string | null => (id === idOf(null) ? null : id);
  return {
    kind: navigationKind,
    // After roles and screens.
    order: 69,
    shape,
    items: async () =>
      (await readNavigation(sql)).map(({ role, layout }) => ({
        ...{ id: idOf(role), title: titleOf(role), content: layout },
      })),
    has: async (id) => (await readNavigation(sql)).some(({ role }) => idOf(role) === id),
    apply: async (changes, { actor, at, requestId }) => {
      const author = { actor: actor.userId ?? actor.id, at, requestId };
      await sql.begin(async (tx) => {
        for (const { id, content } of changes) {
          const role = roleOf(id);
          // The cast: what `items` made.
          const layout = content as NavigationLayout | null;
          await writeNavigation(tx, { role, layout, title: titleOf(role) }, author);
        }
      });
    },
  };
}
