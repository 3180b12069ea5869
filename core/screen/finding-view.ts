import { fieldWords } from '../entity/field-words.ts';
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

type Words = Pick<Registry, 'find' | 'text' | 'hasEntity' | 'entity' | 'lastKnownField'>;

/** Expressions have their sentences among the problems; all else is said by `screen.problem.<code>`. */
export function sentenceOf(registry: Words, locale: Locale, finding: Finding): string {
  const params = { ...finding.params };
  let { code } = finding;
  const { entity, field } = params;
  if (typeof entity === 'string' && registry.hasEntity(entity)) {
    params['entity'] = nameOf(registry, locale, entity);
    if (typeof field === 'string') {
      params['field'] = fieldWords({ registry, locale }, registry.entity(entity), field);
      if (code === 'field-gone' && registry.lastKnownField(entity, field)) code = 'field-removed';
    }
  }
  const key = `screen.problem.${code}`;
  return registry.text(locale, registry.find(locale, key) ? key : `problem.${code}`, params);
}

export const findingViews = (registry: Words, locale: Locale, findings: readonly Finding[]): FindingView[] =>
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
