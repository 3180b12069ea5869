import type { EntityDefinition } from '../../entity/definition.ts';
import { invalid, type FieldError } from '../../errors.ts';
import { fieldOf } from '../check/field-of.ts';
import type { ViewDefinition } from './saved-view.ts';

/** Throws problem `validation` (422) where a view names a field that there is not. */
export function checkView(definition: ViewDefinition, entity: EntityDefinition): void {
  const errors = fieldsOf(definition)
    .filter(({ field }) => !fieldOf(entity, field))
    .map(({ path, field }): FieldError => ({
      pointer: `/definition/${path}`,
      code: 'view-field-gone',
      params: { field, entity: entity.id },
    }));
  if (errors.length > 0) throw invalid(errors);
}

/** Every field that a view names, and where. */
export const fieldsOf = (definition: ViewDefinition): { path: string; field: string }[] => {
  const { conditions = [], sort = [], columns = [], card = [], group, lanes } = definition;
  const column = (each: (typeof columns)[number]): string => (typeof each === 'string' ? each : each.field);
  return [
    ...conditions.map(({ field }) => ({ path: 'conditions', field })),
    ...sort.map((each) => ({ path: 'sort', field: each.replace(/^-/, '').split('.')[0] ?? '' })),
    ...columns.map((each) => ({ path: 'columns', field: column(each) })),
    ...card.map((each) => ({ path: 'card', field: column(each) })),
    ...(group ? [{ path: 'group', field: group }] : []),
    ...(lanes ? [{ path: 'lanes', field: lanes }] : []),
  ];
};
