import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { metaContext } from '../../context/meta.ts';
import { titleOf } from '../../data/choices.ts';
import { countSentence } from '../../data/count.ts';
import { boardOf, columnFields } from '../../data/entity-screens.ts';
import { allOf, chipsToFilter, chipsToText, textToChips, type Chip } from '../../data/filter.ts';
import { gather } from '../../data/gather.ts';
import { formatMoney, t } from '../../data/i18n.ts';
import { onLive } from '../../data/live.ts';
import {
  entityOf,
  fieldOf,
  isEditable,
  type Meta,
  type MetaEntity,
  type MetaField,
} from '../../data/meta.ts';
import type { Filter, RecordItem } from '../../data/records.ts';
import { navigate, queryParam, recordPath, replaceQuery } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-entity-actions.ts';
import '../../components/rl-filter-bar.ts';
import '../../components/rl-menu.ts';
import type { RlMenu } from '../../components/rl-menu.ts';
import { boardStyles } from './board-styles.ts';
import { moveCard } from './move-card.ts';
import { loadTotals, type LaneTotal } from './lane-totals.ts';
import './rl-lane.ts';
import type { CardEvent, RlLane } from './rl-lane.ts';

/** Records as cards in lanes by one of their choice fields. */
@customElement('rl-board-screen')
export class RlBoardScreen extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  @state() private chips: Chip[] = [];
  @state() private search = '';
  @state() private totals: ReadonlyMap<string, LaneTotal> = new Map();
  @state() private asked: CardEvent | undefined;
  @query('rl-menu') private menu!: RlMenu;
  private readonly recount = gather<null>(900, () => void this.count());
  private stops: (() => void)[] = [];

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
    if (!changed.has('entity')) return;
    this.chips = textToChips(queryParam('filter'), entityOf(this.meta, this.entity)?.fields ?? []);
    this.search = queryParam('search') ?? '';
    void this.count();
  }

  protected override render() {
    const entity = entityOf(this.meta, this.entity);
    const board = entity && boardOf(this.meta, entity);
    const field = entity && board?.lanes && fieldOf(entity, board.lanes.field);
    if (!entity || !field) return this.renderNoBoard(entity);
    return html`<rl-bar heading=${entity.label.many}>
        <rl-entity-actions
          slot="actions"
          .entity=${entity}
          view="board"
          @rl-created=${(event: CustomEvent<{ record: RecordItem }>) => this.added(event.detail.record, field)}
        ></rl-entity-actions>
      </rl-bar>
      <rl-filter-bar
        .entity=${entity}
        .chips=${this.chips}
        .suggested=${board?.filters ?? []}
        search=${this.search}
        @rl-filter=${(event: CustomEvent<{ chips: Chip[] }>) => this.ask({ chips: event.detail.chips })}
        @rl-search=${(event: CustomEvent<{ search: string }>) => this.ask({ search: event.detail.search })}
      >
        <span slot="end">${this.renderSum(entity)}</span>
      </rl-filter-bar>
      <div class="lanes" @keydown=${this.onKey}>
        ${repeat(
          this.lanes(field),
          (lane) => lane.value,
          (lane) =>
            html`<rl-lane
              data-lane=${lane.value}
              .entity=${entity}
              .field=${field}
              .value=${lane.value}
              .label=${lane.label}
              .color=${lane.color ?? 'neutral'}
              .total=${this.totals.get(lane.value)}
              .card=${columnFields(entity, board?.card ?? [entity.title])}
              .filter=${this.filter(entity)}
              .search=${this.search}
              ?movable=${entity.can.update && isEditable(field)}
              @rl-move=${(event: CustomEvent<CardEvent>) => this.move(event.detail, lane.value, field)}
              @rl-menu=${(event: CustomEvent<CardEvent>) => this.openMenu(event.detail)}
            ></rl-lane>`,
        )}
      </div>
      ${this.renderMenu(field, entity)}`;
  }

  private renderNoBoard(entity: MetaEntity | undefined) {
    return html`<rl-bar heading=${entity?.label.many ?? ''}></rl-bar>
      <rl-empty icon="square-kanban" heading=${t('board.none')} text=${t('board.noneText')}></rl-empty>`;
  }

  private renderSum(entity: MetaEntity) {
    if (this.totals.size === 0) return nothing;
    const all = [...this.totals.values()];
    const count = all.reduce((sum, lane) => sum + lane.count, 0);
    const text = countSentence({ count, isCapped: false }, entity.label);
    const money = sumOf(all);
    return money ? html`${text} · <b>${money}</b>` : text;
  }

  private renderMenu(field: MetaField, entity: MetaEntity) {
    const asked = this.asked;
    const items = [
      { id: 'open', label: t('action.open'), icon: 'arrow-up-right' },
      ...(field.options ?? []).map((option, index) => ({
        id: `lane:${option.value}`,
        label: option.label,
        isChecked: asked?.from === option.value,
        ...(index === 0 ? { group: t('board.moveTo') } : {}),
      })),
    ];
    return html`<rl-menu
      class="menu"
      label=${t('board.moveTo')}
      .items=${entity.can.update ? items : items.slice(0, 1)}
      @rl-select=${(event: CustomEvent<{ id: string }>) => {
        if (!asked) return;
        if (event.detail.id === 'open') navigate(recordPath(this.entity, asked.record.id));
        else void this.move(asked, event.detail.id.slice('lane:'.length), field);
      }}
    ></rl-menu>`;
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
    void this.updateComplete.then(() => detail.anchor && this.menu.show(detail.anchor));
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

  private ask(change: { chips?: Chip[]; search?: string }): void {
    this.chips = change.chips ?? this.chips;
    this.search = change.search ?? this.search;
    replaceQuery({ filter: chipsToText(this.chips), search: this.search });
    this.cached = undefined;
    void this.count();
  }

  private cached: { filter: Filter | undefined } | undefined;

  /** The same object until the chips change, so that lanes load once. */
  private filter(entity: MetaEntity): Filter | undefined {
    this.cached ??= {
      filter: allOf(
        chipsToFilter(this.chips, {
          me: this.meta.actor.id,
          now: new Date(),
          typeOf: (field) => fieldOf(entity, field)?.type,
        }),
      ),
    };
    return this.cached.filter;
  }

  private async count(): Promise<void> {
    const entity = entityOf(this.meta, this.entity);
    const board = entity && boardOf(this.meta, entity);
    if (!entity || !board?.lanes) return;
    const totals = await loadTotals(this.entity, {
      field: board.lanes.field,
      sums: board.totals ?? [],
      filter: this.filter(entity),
      search: this.search,
    }).catch(() => undefined);
    if (totals) this.totals = totals;
  }
}

function sumOf(lanes: LaneTotal[]): string {
  const sums = new Map<string, number>();
  for (const money of lanes.flatMap((lane) => lane.money))
    sums.set(money.currency, (sums.get(money.currency) ?? 0) + Number(money.amount));
  return [...sums]
    .map(([currency, amount]) => formatMoney({ amount, currency }, { maximumFractionDigits: 0 }))
    .join(' + ');
}
