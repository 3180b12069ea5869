import { compile } from '../../core/expression/compile.ts';
import { ExpressionError } from '../../core/expression/expression-error.ts';
import { isBuiltIn } from '../../core/expression/function/by-name.ts';
import { hasText, t } from '../data/i18n.ts';
import { missingMember, type ExpressionScope } from './scope.ts';

export interface Fault {
  sentence: string;
  severity: 'error' | 'warning';
  from: number;
  to: number;
}

/** The first thing that is wrong with an expression, or looks so; null where nothing does. */
export function findFault(source: string, scope: ExpressionScope | null): Fault | null {
  if (source.trim() === '') return null;
  try {
    const { paths, bindings, roots } = compile(source);
    return (
      scope &&
      (wrongPath(source, scope, paths) ??
        unknownName(source, scope, [...bindings.map((each) => `$${each}`), ...roots]))
    );
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const to = Math.min(source.length, Math.max(1, error.position ?? source.length));
    return { sentence: problemText(error.code, error.params), severity: 'error', from: to - 1, to };
  }
}

export function problemText(code: string, params: Record<string, unknown>): string {
  const told = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
  return hasText(`problem.${code}`) ? t(`problem.${code}`, told) : t('expression.wrong');
}

function wrongPath(
  source: string,
  scope: ExpressionScope,
  paths: readonly { root: string; path: string[] }[],
): Fault | null {
  for (const { root, path } of paths) {
    const missing = missingMember(scope, [root, ...path]);
    if (!missing) continue;
    const { entity, member } = missing;
    const sentence = t('expression.no-field', { entity: entity.label.one, field: member });
    return { sentence, severity: 'error', ...placeOf(source, member) };
  }
  return null;
}

function unknownName(source: string, scope: ExpressionScope, names: readonly string[]): Fault | null {
  const known = new Set(scope.names.map(({ name }) => name));
  for (const name of names) {
    if (known.has(name)) continue;
    const isFunction = name.startsWith('$');
    if (isFunction ? isBuiltIn(name.slice(1)) : scope.isOpen && known.size === 0) continue;
    const key = isFunction ? 'no-dollar' : scope.isOpen ? 'maybe-unset' : 'no-name';
    return {
      sentence: t(`expression.${key}`, { name }),
      severity: isFunction || !scope.isOpen ? 'error' : 'warning',
      ...placeOf(source, name),
    };
  }
  return null;
}

function placeOf(source: string, part: string): { from: number; to: number } {
  const from = Math.max(0, source.indexOf(part));
  return { from, to: Math.min(source.length, from + part.length) };
}
