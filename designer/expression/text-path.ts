import { entityAt, valueAt, type ExpressionScope } from '../../web/expression/scope.ts';

/**
 * What of a path can stand where a text is wanted: of a record or a person the field that names it, or its only e-mail
 * address where the text is one; of anything else the value itself.
 */
export function textPath(
  path: string,
  { scope, format }: { scope: ExpressionScope; format: string },
): string {
  const isRecord = ['relation', 'relationMany', 'user'].includes(valueAt(scope, path)?.type ?? '');
  const entity = isRecord ? entityAt(scope, path.split('.')) : undefined;
  if (!entity) return path;
  const emails = entity.fields.filter(({ type }) => type === 'email');
  return `${path}.${format === 'email' && emails.length === 1 ? emails[0]!.id : entity.title}`;
}
