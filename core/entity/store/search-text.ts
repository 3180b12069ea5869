import { isRelation } from '../field-types/is-relation.ts';
import type { EntityModel } from '../model.ts';
import { snake, quoted } from '../names.ts';
import type { Models } from '../models.ts';

/** More would not be searched for, and would swell the trigram index. */
const longest = 2000;

interface SearchTextInput {
  models: Models;
  model: EntityModel;
  /** The SQL of an own column: the row being inserted, or the old and new values of an update. */
  column: (name: string) => string;
  /** The SQL of the record's id: what was merged into it is found too. Absent for new records. */
  id?: string;
}

/** The SQL that makes a record's search text. Null when the entity is not searched. */
export function searchText({ models, model, column, id }: SearchTextInput): string | null {
  const parts = model.definition.search
    .map((path) => part({ models, model, path, column }))
    .filter((one) => one !== null);
  if (parts.length > 0 && id)
    parts.push(`(select string_agg(m.title, ' ') from core.merged_title m where m.record_id = ${id})`);
  return parts.length === 0 ? null : `left(core.fold(concat_ws(' ', ${parts.join(', ')})), ${longest})`;
}

interface PartInput {
  models: Models;
  model: EntityModel;
  path: string;
  column: (name: string) => string;
}

function part({ models, model, path, column }: PartInput): string | null {
  const [name, targetName] = path.split('.');
  const index = model.indexOf.get(name!);
  if (index === undefined) return null;
  const field = model.stored[index]!;
  const own = column(field.columns[0]!.name);
  // Marks are not words.
  if (field.definition.type === 'richText') return `regexp_replace(${own}, '<[^>]*>', ' ', 'g')`;
  if (!isRelation(field.definition) && field.definition.type !== 'user')
    return textOf(own, field.columns[0]!.type);
  if (field.definition.type === 'user')
    return `(select s.${quoted(snake(targetName ?? 'name'))} from core."user" s where s.id = ${own})`;
  const target = models.get(field.definition.entity!);
  const targetIndex = target.indexOf.get(targetName ?? target.definition.title);
  if (targetIndex === undefined) return null;
  const [found] = target.stored[targetIndex]!.columns;
  const words = textOf(`s.${found!.name}`, found!.type);
  return field.definition.type === 'relationMany'
    ? `(select string_agg(${words}, ' ') from ${target.table} s where s.id = any(${own}))`
    : `(select ${words} from ${target.table} s where s.id = ${own})`;
}

const textOf = (sql: string, type: string): string =>
  type === 'text' ? sql : type === 'text[]' ? `array_to_string(${sql}, ' ')` : `${sql}::text`;
