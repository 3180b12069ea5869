/** What entities, screens and roles are called in a reader's language. */
import type { EntityDefinition } from '../entity/definition.ts';
import { wordsOf } from '../entity/local-text.ts';
import type { Locale, Registry } from '../registry.ts';
import type { Screen } from './definition.ts';
import { textIn } from './localised.ts';

export function entityLabel(
  registry: Registry,
  locale: Locale,
  entity: EntityDefinition,
): { one: string; many: string } {
  const text = (form: 'one' | 'many'): string =>
    entity.label?.[form][locale] ??
    entity.label?.[form].en ??
    registry.find(locale, `${entity.plugin}.entity.${entity.id}.${form}`) ??
    wordsOf(entity.label?.[form]) ??
    entity.id;
  return { one: text('one'), many: text('many') };
}

/** A screen `sales.pipeline` has its text at `sales.screen.pipeline`; without one it is named by its entity. */
export function screenLabel(registry: Registry, locale: Locale, screen: Screen): string {
  if (screen.label) return textIn(registry, locale, screen.label);
  const [plugin, ...rest] = screen.id.split('.');
  const declared = registry.find(locale, `${plugin}.screen.${rest.join('.')}`);
  if (declared !== undefined) return declared;
  if (!registry.hasEntity(screen.entity)) return screen.id;
  const { one, many } = entityLabel(registry, locale, registry.entity(screen.entity));
  return screen.kind === 'record' ? one : many;
}

/** A label an admin wrote goes first; a plugin's role `shop.seller` has its text at `shop.role.seller`, a core role at `role.<id>`. */
export function roleLabel(registry: Registry, locale: Locale, role: string): string {
  const written = registry.roles.find(({ id }) => id === role)?.label;
  const own = wordsOf(written, locale);
  if (own !== undefined) return own;
  const [plugin, ...rest] = role.split('.');
  return registry.find(locale, rest.length > 0 ? `${plugin}.role.${rest.join('.')}` : `role.${role}`) ?? role;
}
