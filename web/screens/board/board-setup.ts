/** What a board is set to: by its screen, over that by a saved view, over that by the address. */
import { boardOf, columnFields } from '../../data/entity-screens.ts';
import { chipsOf, chipsToText, textToChips, type Chip } from '../../data/filter.ts';
import { fieldOf, type Meta, type MetaEntity, type MetaField, type MetaScreen } from '../../data/meta.ts';
import { queryParam } from '../../shell/router.ts';
import { isSameView, noView } from '../views/view-state.ts';
import type { SavedView, ViewDefinition } from '../views/views-data.ts';

export interface BoardSetup {
  chips: Chip[];
  search: string;
  lanes: string;
  card: string[];
}

const names = ['filter', 'search', 'lanes'];
export const isInAddress = (): boolean => names.some((name) => queryParam(name) !== undefined);

export const declaredView = (board: MetaScreen): ViewDefinition => ({
  lanes: board.lanes?.field,
  card: (board.card ?? []).map((column) => (typeof column === 'string' ? column : column.field)),
});

export function setupOf(
  view: ViewDefinition | undefined,
  { entity, board }: { entity: MetaEntity; board: MetaScreen },
): BoardSetup {
  const { conditions = [], search = '', lanes = '', card = [] } = { ...declaredView(board), ...view };
  return {
    chips: chipsOf(conditions, entity.fields),
    search,
    lanes: fieldOf(entity, lanes)?.options ? lanes : (board.lanes?.field ?? ''),
    card: card.map((column) => (typeof column === 'string' ? column : column.field)),
  };
}

export const viewOf = ({ chips, search, lanes, card }: BoardSetup): ViewDefinition => ({
  conditions: chips,
  search,
  lanes,
  card,
});

export function withAddress(setup: BoardSetup, entity: MetaEntity): BoardSetup {
  const filter = queryParam('filter');
  const lanes = queryParam('lanes') ?? '';
  return {
    ...setup,
    chips: filter === undefined ? setup.chips : textToChips(filter, entity.fields),
    search: queryParam('search') ?? setup.search,
    lanes: fieldOf(entity, lanes)?.options ? lanes : setup.lanes,
  };
}

/** Only what differs from the view, so that a link goes on with the view as it is later. */
export function addressOf(
  setup: BoardSetup,
  saved: ViewDefinition,
  { shown, views }: { shown: SavedView | undefined; views: readonly SavedView[] },
): Record<string, string | undefined> {
  const hasDefault = views.some((view) => view.isDefault);
  const isSaved = isSameView({ conditions: setup.chips }, { conditions: saved.conditions ?? [] });
  return {
    view: shown?.id ?? (hasDefault ? noView : undefined),
    ...(!isSaved && { filter: chipsToText(setup.chips) ?? '[]' }),
    ...(setup.search !== (saved.search ?? '') && { search: setup.search }),
    ...(setup.lanes !== saved.lanes && { lanes: setup.lanes }),
  };
}

/** Fields of the card, with what the screen says of them. */
export function cardFields(
  setup: BoardSetup,
  { meta, entity }: { meta: Meta; entity: MetaEntity },
): MetaField[] {
  const declared = new Map(
    columnFields(entity, boardOf(meta, entity)?.card ?? []).map((field) => [field.id, field]),
  );
  return setup.card.flatMap((id) => declared.get(id) ?? columnFields(entity, [id]));
}
