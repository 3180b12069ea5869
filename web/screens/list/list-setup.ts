/** What a list is set to: by its screen, over that by a saved view, over that by the address. */
import { columnFields, defaultSort, listColumns } from '../../data/entity-screens.ts';
import {
  chipsOf,
  chipsToFilter,
  chipsToText,
  filterContext,
  textToChips,
  type Chip,
} from '../../data/filter.ts';
import { fieldOf, type Meta, type MetaEntity, type MetaField } from '../../data/meta.ts';
import { aggregate, type ListQuery } from '../../data/records.ts';
import { sortPaths } from '../../data/sort.ts';
import { groupKey } from '../../components/row-layout.ts';
import { queryParam } from '../../shell/router.ts';
import { isSameView, noView } from '../views/view-state.ts';
import type { SavedView, ViewDefinition } from '../views/views-data.ts';

export interface ListSetup {
  chips: Chip[];
  search: string;
  sort: string[];
  columns: string[];
  group: string;
}

export interface ListPlace {
  meta: Meta;
  entity: MetaEntity;
  /** One of several lists of the entity. */
  screen: string;
}

export const declaredView = ({ meta, entity, screen }: ListPlace): ViewDefinition => ({
  sort: defaultSort(meta, entity, screen),
  columns: listColumns(meta, entity, screen).map(({ id }) => id),
});

export function setupOf(view: ViewDefinition | undefined, place: ListPlace): ListSetup {
  const {
    conditions = [],
    search = '',
    sort = [],
    columns = [],
    group = '',
  } = {
    ...declaredView(place),
    ...view,
  };
  return {
    chips: chipsOf(conditions, place.entity.fields),
    search,
    sort,
    columns: columns.map((column) => (typeof column === 'string' ? column : column.field)),
    group: fieldOf(place.entity, group)?.id ?? '',
  };
}

export const viewOf = ({ chips, search, sort, columns, group }: ListSetup): ViewDefinition => ({
  conditions: chips,
  search,
  sort,
  columns,
  group: group || undefined,
});

const names = ['filter', 'search', 'sort', 'columns', 'group'];
export const isInAddress = (): boolean => names.some((name) => queryParam(name) !== undefined);

export function withAddress(setup: ListSetup, { entity }: ListPlace): ListSetup {
  const filter = queryParam('filter');
  return {
    chips: filter === undefined ? setup.chips : textToChips(filter, entity.fields),
    search: queryParam('search') ?? setup.search,
    sort: queryParam('sort')?.split(',') ?? setup.sort,
    columns: queryParam('columns')?.split(',') ?? setup.columns,
    group: queryParam('group') ?? setup.group,
  };
}

/** Only what differs from the view, so that a link goes on with the view as it is later. */
export function addressOf(
  setup: ListSetup,
  saved: ViewDefinition,
  { shown, views }: { shown: SavedView | undefined; views: readonly SavedView[] },
): Record<string, string | undefined> {
  const now = viewOf(setup);
  const changed = (name: keyof ViewDefinition): boolean =>
    !isSameView({ [name]: now[name] }, { [name]: saved[name] });
  const hasDefault = views.some((view) => view.isDefault);
  return {
    view: shown?.id ?? (hasDefault ? noView : undefined),
    ...(changed('conditions') && { filter: chipsToText(setup.chips) ?? '[]' }),
    ...(changed('search') && { search: setup.search }),
    ...(changed('sort') && { sort: setup.sort.join(',') }),
    ...(changed('columns') && { columns: setup.columns.join(',') }),
    ...(changed('group') && { group: setup.group }),
  };
}

export function queryOf(setup: ListSetup, { meta, entity }: ListPlace): ListQuery {
  const { chips, search, sort, group } = setup;
  const ordered = group && sort[0]?.replace(/^-/, '') !== group ? [group, ...sort] : sort;
  return {
    filter: chipsToFilter(chips, filterContext(meta, entity)),
    search,
    sort: sortPaths(meta, entity, ordered),
  };
}

export function shownColumns({ columns }: ListSetup, { meta, entity, screen }: ListPlace): MetaField[] {
  const declared = new Map(listColumns(meta, entity, screen).map((field) => [field.id, field]));
  return columns.flatMap((id) => declared.get(id) ?? columnFields(entity, [id]));
}

/** How many records stand under each value of the field; a failure shows none. */
export async function groupCounts(setup: ListSetup, place: ListPlace): Promise<Map<string, number>> {
  const { group, search } = setup;
  if (!group) return new Map();
  const { filter } = queryOf(setup, place);
  const { rows } = await aggregate(place.entity.id, {
    ...(filter && { filter }),
    ...(search && { search }),
    group: [{ field: group }],
    measures: [{ function: 'count' }],
  }).catch(() => ({ rows: [] }));
  return new Map(
    rows.map((row): [string, number] => [groupKey(row.group[group]), Number(row.values['count'] ?? 0)]),
  );
}
