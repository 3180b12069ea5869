import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { metaContext } from '../../context/meta.ts';
import { titleOf } from '../../data/choices.ts';
import { countSentence } from '../../data/count.ts';
import { boardOf } from '../../data/entity-screens.ts';
import { chipsToFilter, filterContext, type Chip } from '../../data/filter.ts';
import { gather } from '../../data/gather.ts';
import { t } from '../../data/i18n.ts';
import { onLive } from '../../data/live.ts';
import {
  entityOf,
  fieldOf,
  isEditable,
  type Meta,
  type MetaEntity,
  type MetaField,
  type MetaScreen,
} from '../../data/meta.ts';
import type { Filter, RecordItem } from '../../data/records.ts';
import { queryParam, replaceQuery } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-bar.ts';
import { noSuchView } from '../../components/no-such-view.ts';
import '../../components/rl-entity-actions.ts';
import '../../components/rl-filter-bar.ts';
import { boardStyles } from './board-styles.ts';
import { moveCard } from './move-card.ts';
import { loadTotals, sumOf, type LaneTotal } from './lane-totals.ts';
import {
  addressOf,
  cardFields,
  declaredView,
  isInAddress,
  setupOf,
  viewOf,
  withAddress,
  type BoardSetup,
} from './board-setup.ts';
import '../views/rl-view-options.ts';
import '../views/rl-view-switcher.ts';
import { isSameView, noView, ViewState } from '../views/view-state.ts';
import type { SavedView, ViewDefinition } from '../views/views-data.ts';
import './rl-card-menu.ts';
import type { RlCardMenu } from './rl-card-menu.ts';
import './rl-lane.ts';
import type { CardEvent, RlLane } from './rl-lane.ts';

/** Records as cards in lanes by one of their choice fields. */
@customElement('rl-board-screen')
export class RlBoardScreen extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  /** One of several boards of the entity. */
  @property() screen = '';
  @state() private setup: BoardSetup = { chips: [], search: '', lanes: '', card: [] };
  @state() private totals: ReadonlyMap<string, LaneTotal> = new Map();
  @state() private asked: CardEvent | undefined;
  @query('rl-card-menu') private menu!: RlCardMenu;
  private readonly recount = gather<null>(900, () => void this.count());
  private readonly views = new ViewState(this);
  private stops: (() => void)[] = [];
  private declared: ViewDefinition = {};

  static override styles = [base, boardStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stops = [
      onLive('record', (change) => change.entity === this.entity && this.recount(null)),
      onLive('resync', () => this.recount(null)),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
    this.recount.cancel();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entity') || changed.has('screen') || this.isDrawnAnew()) void this.begin();
  }

  /** While its screen is designed, the board follows what is declared. */
  private isDrawnAnew(): boolean {
    const { board } = this.meta.isDraft ? (this.place() ?? {}) : {};
    return board !== undefined && !isSameView(declaredView(board), this.declared);
  }

  private async begin(): Promise<void> {
    const place = this.place();
    if (!place) return;
    this.declared = declaredView(place.board);
    const isAsked = isInAddress();
    const wanted = queryParam('view') ?? (isAsked ? noView : undefined);
    const set = (view?: SavedView): void => {
      const setup = setupOf(view?.definition, place);
      this.show(isAsked ? withAddress(setup, place.entity) : setup);
    };
    set();
    const view = await this.views.load(this.entity, 'board', wanted);
    if (view && place.entity.id === this.entity) set(view);
  }

  private place(): { entity: MetaEntity; board: MetaScreen } | undefined {
    const entity = entityOf(this.meta, this.entity);
    const board = entity && boardOf(this.meta, entity, this.screen);
    return board && { entity, board };
  }

  protected override render() {
    const { board } = this.place() ?? {};
    const entity = entityOf(this.meta, this.entity);
    const field = entity && board && fieldOf(entity, this.setup.lanes);
    if (!entity) return nothing;
    if (!field) return noSuchView({ meta: this.meta, entity }, 'board');
    return html`<rl-bar heading=${board.plugin || !board.label ? entity.label.many : board.label}>
        <rl-entity-actions
          slot="actions"
          .entity=${entity}
          view="board"
          screen=${this.screen}
          @rl-created=${(event: CustomEvent<{ record: RecordItem }>) => this.added(event.detail.record, field)}
        ></rl-entity-actions>
      </rl-bar>
      <rl-filter-bar
        .entity=${entity}
        .chips=${this.setup.chips}
        .suggested=${board.filters ?? []}
        search=${this.setup.search}
        @rl-filter=${(event: CustomEvent<{ chips: Chip[] }>) => this.ask({ chips: event.detail.chips })}
        @rl-search=${(event: CustomEvent<{ search: string }>) => this.ask({ search: event.detail.search })}
      >
        ${this.renderViews(entity, board)}
        <span slot="end">${this.renderSum(entity)}</span>
      </rl-filter-bar>
      <div class="lanes" @keydown=${this.onKey}>
        ${repeat(
          this.lanes(field),
          (lane) => `${field.id} ${lane.value}`,
          (lane) =>
            html`<rl-lane
              data-lane=${lane.value}
              .entity=${entity}
              .field=${field}
              .value=${lane.value}
              .label=${lane.label}
              .color=${lane.color ?? 'neutral'}
              .total=${this.totals.get(lane.value)}
              .card=${cardFields(this.setup, { meta: this.meta, entity })}
              .filter=${this.filter(entity)}
              .search=${this.setup.search}
              ?movable=${entity.can.update && isEditable(field)}
              @rl-move=${(event: CustomEvent<CardEvent>) => this.move(event.detail, lane.value, field)}
              @rl-menu=${(event: CustomEvent<CardEvent>) => this.openMenu(event.detail)}
            ></rl-lane>`,
        )}
      </div>
      <rl-card-menu
        .entity=${entity}
        .board=${board}
        .field=${field}
        .asked=${this.asked}
        @rl-lane=${(event: CustomEvent<{ value: string }>) =>
          this.asked && this.move(this.asked, event.detail.value, field)}
      ></rl-card-menu>`;
  }

  private renderViews(entity: MetaEntity, board: MetaScreen) {
    const { shown, views, isLoaded } = this.views;
    const current = viewOf(this.setup);
    const saved = { ...declaredView(board), ...shown?.definition };
    return html`<rl-view-switcher
        slot="start"
        entity=${entity.id}
        kind="board"
        original=${board.label ?? entity.label.many}
        .state=${this.views}
        .shown=${shown}
        .views=${views}
        .current=${current}
        ?changed=${isLoaded && !isSameView(current, saved)}
        @rl-view=${(event: CustomEvent<{ view: SavedView | undefined }>) =>
          this.show(setupOf(event.detail.view?.definition, { entity, board }))}
      ></rl-view-switcher>
      <rl-view-options
        slot="options"
        .entity=${entity}
        kind="board"
        .fields=${this.setup.card}
        lanes=${this.setup.lanes}
        @rl-options=${(event: CustomEvent<Partial<BoardSetup>>) => this.ask(event.detail)}
      ></rl-view-options>`;
  }

  private renderSum(entity: MetaEntity) {
    if (this.totals.size === 0) return nothing;
    const all = [...this.totals.values()];
    const count = all.reduce((sum, lane) => sum + lane.count, 0);
    const text = countSentence({ count, isCapped: false }, entity.label);
    const money = sumOf(all);
    return money ? html`${text} · <b>${money}</b>` : text;
  }

  /** The choices of the field; records without one have a lane of their own when there are any. */
  private lanes(field: MetaField): { value: string; label: string; color?: string }[] {
    const without = this.totals.get('');
    const rest = without && without.count > 0 ? [{ value: '', label: t('board.without') }] : [];
    return [...(field.options ?? []), ...rest];
  }

  private lane(value: string): RlLane | null {
    return this.renderRoot.querySelector(`rl-lane[data-lane="${CSS.escape(value)}"]`);
  }

  private openMenu(detail: CardEvent): void {
    this.asked = detail;
    if (detail.anchor) void this.updateComplete.then(() => this.menu.show(detail.anchor!));
  }

  private async move(detail: CardEvent, to: string, field: MetaField): Promise<void> {
    if (detail.from === to) return;
    await moveCard({
      entity: this.entity,
      field: field.id,
      record: detail.record,
      from: { value: detail.from, list: this.lane(detail.from)?.list },
      to: { value: to, list: this.lane(to)?.list },
      sentence: (value) =>
        t('board.moved', {
          title: titleOf(entityOf(this.meta, this.entity)?.title ?? 'id', detail.record),
          lane: field.options?.find((option) => option.value === value)?.label ?? t('board.without'),
        }),
      recount: () => this.recount(null),
    });
  }

  private added(record: RecordItem, field: MetaField): void {
    this.lane(String(record[field.id] ?? ''))?.list.put(record);
    this.recount(null);
  }

  /** Left and right go to the neighbouring lane, at about the same height. */
  private onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!step) return;
    const lanes = [...this.renderRoot.querySelectorAll<RlLane>('rl-lane')];
    const at = lanes.findIndex((lane) => lane.matches(':focus-within'));
    const index = lanes[at]?.focusedIndex() ?? -1;
    if (at < 0 || index < 0) return;
    event.preventDefault();
    for (let next = at + step; next >= 0 && next < lanes.length; next += step)
      if (lanes[next]?.focusCard(index)) return;
  }

  private ask(change: Partial<BoardSetup>): void {
    this.show({ ...this.setup, ...change });
  }

  private show(setup: BoardSetup): void {
    const place = this.place();
    this.setup = setup;
    if (place && this.views.isLoaded)
      replaceQuery(
        addressOf(setup, { ...declaredView(place.board), ...this.views.shown?.definition }, this.views),
      );
    this.cached = undefined;
    void this.count();
  }

  private cached: { filter: Filter | undefined } | undefined;

  /** The same object until the chips change, so that lanes load once. */
  private filter(entity: MetaEntity): Filter | undefined {
    this.cached ??= { filter: chipsToFilter(this.setup.chips, filterContext(this.meta, entity)) };
    return this.cached.filter;
  }

  private async count(): Promise<void> {
    const { entity, board } = this.place() ?? {};
    const { lanes, search } = this.setup;
    if (!entity || !board || !lanes) return;
    const totals = await loadTotals(this.entity, {
      field: lanes,
      sums: board.totals ?? [],
      filter: this.filter(entity),
      search,
    }).catch(() => undefined);
    if (totals && lanes === this.setup.lanes) this.totals = totals;
  }
}
