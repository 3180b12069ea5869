import type { Locale, Registry } from '../registry.ts';
import type { Finding } from './check/finding.ts';
import { textIn } from './localised.ts';

export interface FindingView {
  node: string;
  path: string;
  code: string;
  text: string;
  isBroken: boolean;
}

/** Expressions have their sentences among the problems; all else is said by `screen.problem.<code>`. */
export function sentenceOf(
  registry: Pick<Registry, 'find' | 'text' | 'hasEntity' | 'entity'>,
  locale: Locale,
  finding: Finding,
): string {
  const key = `screen.problem.${finding.code}`;
  const params = { ...finding.params };
  const entity = params['entity'];
  if (typeof entity === 'string' && registry.hasEntity(entity))
    params['entity'] = nameOf(registry, locale, entity);
  return registry.text(locale, registry.find(locale, key) ? key : `problem.${finding.code}`, params);
}

export const findingViews = (
  registry: Pick<Registry, 'find' | 'text' | 'hasEntity' | 'entity'>,
  locale: Locale,
  findings: readonly Finding[],
): FindingView[] =>
  findings.map(({ node, path, code, isBroken, ...finding }) => ({
    node,
    path,
    code,
    isBroken,
    text: sentenceOf(registry, locale, { node, path, code, isBroken, ...finding }),
  }));

function nameOf(registry: Pick<Registry, 'find' | 'entity'>, locale: Locale, id: string): string {
  const { label, plugin } = registry.entity(id);
  return label
    ? textIn(registry, locale, label.many)
    : (registry.find(locale, `${plugin}.entity.${id}.many`) ?? id);
}
