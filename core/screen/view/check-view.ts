import { isAskable } from '../../entity/computed-shape.ts';
import type { EntityDefinition } from '../../entity/definition.ts';
import { invalid, type FieldError } from '../../errors.ts';
import { fieldOf } from '../check/field-of.ts';
import { fittingOperators } from '../condition/fitting-operators.ts';
import type { ScreenCondition } from '../definition.ts';
import type { ViewDefinition } from './saved-view.ts';

/** Throws problem `validation` (422) where a view names a field that there is not, or asks what it cannot. */
export function checkView(definition: ViewDefinition, entity: EntityDefinition): void {
  const errors = viewFaults(definition, entity);
  if (errors.length > 0) throw invalid(errors);
}

/** All that is wrong with a view: it would show more than it says, since what cannot be asked is left out. */
export const viewFaults = (definition: ViewDefinition, entity: EntityDefinition): FieldError[] => [
  ...fieldsOf(definition).flatMap(({ path, field }) => faultOf(entity, path, field)),
  ...(definition.conditions ?? []).flatMap((condition) => misfit(entity, condition)),
];

const asking = new Set(['conditions', 'sort', 'group', 'lanes']);

function faultOf(entity: EntityDefinition, path: string, field: string): FieldError[] {
  const pointer = `/definition/${path}`;
  const params = { field, entity: entity.id };
  if (!fieldOf(entity, field)) return [{ pointer, code: 'view-field-gone', params }];
  const isAsked = asking.has(path) && !isAskable(entity, field);
  return isAsked ? [{ pointer, code: 'view-field-not-askable', params }] : [];
}

/** Another type of the field may have made another comparison of it. */
function misfit(entity: EntityDefinition, { field: id, operator }: ScreenCondition): FieldError[] {
  const pointer = '/definition/conditions';
  const params = { entity: entity.id, field: id, operator };
  const field = fieldOf(entity, id);
  if (!field || !isAskable(entity, id)) return [];
  const fitting = fittingOperators(field.result?.type ?? field.type);
  return fitting.includes(operator) ? [] : [{ pointer, code: 'view-operator-not-fit', params }];
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
