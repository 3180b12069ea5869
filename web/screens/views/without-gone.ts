import { isFilterable } from '../../data/filter.ts';
import { fieldOf, type MetaEntity } from '../../data/meta.ts';
import { isSortable } from '../../data/sort.ts';
import type { ViewDefinition } from './views-data.ts';

/** A view without the fields that are gone, or that nothing can be asked of any more. */
export function withoutGone(view: ViewDefinition, entity: MetaEntity): ViewDefinition {
  const { conditions = [], sort = [], columns = [], card = [], group, lanes } = view;
  const found = (name: string) => fieldOf(entity, name.replace(/^-/, '').split('.')[0] ?? '');
  const isThere = (column: (typeof columns)[number]): boolean =>
    found(typeof column === 'string' ? column : column.field) !== undefined;
  return {
    ...view,
    conditions: conditions.filter(({ field }) => {
      const of = found(field);
      return of !== undefined && isFilterable(of);
    }),
    sort: sort.filter((name) => {
      const of = found(name);
      return of !== undefined && isSortable(of);
    }),
    columns: columns.filter(isThere),
    card: card.filter(isThere),
    group: group && found(group) ? group : undefined,
    lanes: lanes && found(lanes) ? lanes : undefined,
  };
}
