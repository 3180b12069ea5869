import type { Bindings } from '../../db/bindings.ts';
import type { Asking } from './guard.ts';

const mostWords = 8;

/** The words of a search, ready for `like`. */
export const searchWords = (search: string): string[] =>
  search.replaceAll('\0', '').toWellFormed().trim().split(/\s+/).slice(0, mostWords).map(escapeLike);

/** Every word must be in the search text, accents and case aside. */
export function searchSql(asking: Asking, search: string, bindings: Bindings): string[] {
  const source = searchSource(asking);
  if (source === null) return ['false'];
  return searchWords(search).map(
    (word) => `${source} like '%' || core.fold(${bindings.bind(word, 'text')}) || '%'`,
  );
}

/**
 * The indexed search text holds every searched field, so only those who always see all of them may search it; for
 * others the text is put together from what they see. Null when that is nothing.
 */
function searchSource({ context, actor, entity }: Asking): string | null {
  const model = context.models.get(entity);
  if (seesSearchText({ context, actor, entity })) return 't.search';
  const own = model.definition.search
    .filter((path) => !path.includes('.') && seesPath({ context, actor, entity }, path))
    .map((path) => model.shape.fields.get(path))
    .filter((field) => field?.kind === 'text' || field?.kind === 'number');
  return own.length === 0
    ? null
    : `core.fold(concat_ws(' ', ${own.map((field) => field!.sql('t')).join(', ')}))`;
}

export const seesSearchText = (asking: Asking): boolean =>
  asking.context.models.get(asking.entity).definition.search.every((path) => seesPath(asking, path));

/** A path to records that the actor sees only in part counts as unseen. */
function seesPath({ context, actor, entity }: Asking, path: string): boolean {
  const [name, targetName] = path.split('.');
  if (!context.access.alwaysSees(actor, entity, name!)) return false;
  const target = context.models.shapes(entity).fields.get(name!)?.target;
  if (target === undefined || target === 'user') return true;
  const field = targetName ?? context.models.shapes(target).title;
  return (
    context.access.rule(actor, target, 'read').kind === 'all' &&
    context.access.alwaysSees(actor, target, field)
  );
}

const escapeLike = (word: string): string => word.replaceAll(/[\\%_]/g, String.raw`\$&`);
