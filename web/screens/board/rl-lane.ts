import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { allOf } from '../../data/filter.ts';
import { formatMoney, formatNumber, t } from '../../data/i18n.ts';
import type { MetaEntity, MetaField } from '../../data/meta.ts';
import { RecordList } from '../../data/record-list.ts';
import type { Filter, RecordItem } from '../../data/records.ts';
import { toneOf } from '../../components/tone.ts';
import { navigate, recordPath } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { dots } from '../../styles/tones.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import { dragged, endDrag, startDrag } from './card-drag.ts';
import type { LaneTotal } from './lane-totals.ts';
import { laneStyles } from './lane-styles.ts';
import './rl-card.ts';

export interface CardEvent {
  record: RecordItem;
  /** Value of the lane it is in. */
  from: string;
  anchor?: Element;
}

const laneSize = 50;

/**
 * One lane: its cards, fifty at a time. Fires `rl-move` when a card is dropped here, `rl-menu` when a card is
 * asked for its menu.
 */
@customElement('rl-lane')
export class RlLane extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) field!: MetaField;
  @property() value = '';
  @property() label = '';
  @property() color = 'neutral';
  @property({ attribute: false }) total: LaneTotal | undefined;
  @property({ attribute: false }) card: MetaField[] = [];
  @property({ attribute: false }) filter: Filter | undefined;
  @property() search = '';
  @property({ type: Boolean }) movable = false;
  @state() private isOver = false;
  readonly list = new RecordList(this, laneSize);

  static override styles = [base, buttons, dots, laneStyles];

  private readonly atEnd = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && void this.list.more(),
    { rootMargin: '400px' },
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.atEnd.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isAsked =
      changed.has('entity') || changed.has('value') || changed.has('filter') || changed.has('search');
    if (!isAsked) return;
    const own = { [this.field.id]: { eq: this.value || null } };
    void this.list.show(this.entity.id, {
      filter: allOf(this.filter, own),
      search: this.search,
      sort: ['-updatedAt'],
      count: 'none',
    });
  }

  protected override updated(): void {
    this.atEnd.disconnect();
    const end = this.renderRoot.querySelector('.end');
    if (end) this.atEnd.observe(end);
  }

  focusedIndex(): number {
    return this.cards().findIndex((card) => card.matches(':focus-within'));
  }

  focusCard(index: number): boolean {
    const cards = this.cards();
    const card = cards[Math.min(index, cards.length - 1)];
    card?.focus();
    return Boolean(card);
  }

  protected override render() {
    return html`<section
      aria-label=${this.label}
      class=${this.isOver ? 'over' : ''}
      @dragover=${this.onDragOver}
      @dragleave=${this.onDragLeave}
      @drop=${this.onDrop}
    >
      <header>
        <span class="dot ${toneOf(this.color)}"></span>
        <h2 class="truncate">${this.label}</h2>
        <span class="count">${this.total ? formatNumber(this.total.count) : ''}</span>
        <span class="sum"
          >${this.total?.money.map((money) => formatMoney(money, { maximumFractionDigits: 0 })).join(' + ')}</span
        >
      </header>
      <div class="cards" @keydown=${this.onKey}>
        <div class="place"></div>
        ${this.renderCards()}
      </div>
    </section>`;
  }

  private renderCards() {
    const { list } = this;
    if (list.error)
      return html`<rl-problem inline .error=${list.error} @rl-retry=${() => list.reload()}></rl-problem>`;
    if (list.isLoading && list.items.length === 0)
      return html`<div class="wait"><rl-skeleton rows="2"></rl-skeleton></div>
        <div class="wait"><rl-skeleton rows="2"></rl-skeleton></div>`;
    if (list.items.length === 0) return html`<p class="empty">${t('board.laneEmpty')}</p>`;
    return html`${repeat(
      list.items,
      (record) => record.id,
      (record) => this.renderCard(record),
    )}
    ${list.hasMore ? html`<div class="end wait"><rl-skeleton rows="2"></rl-skeleton></div>` : nothing}`;
  }

  private renderCard(record: RecordItem) {
    const detail = (anchor: Element): CardEvent => ({ record, from: this.value, anchor });
    return html`<rl-card
      .entity=${this.entity}
      .record=${record}
      .fields=${this.card}
      draggable=${this.movable ? 'true' : 'false'}
      @dragstart=${(event: DragEvent) => startDrag(event, { record, from: this.value })}
      @dragend=${endDrag}
      @contextmenu=${(event: MouseEvent) => {
        event.preventDefault();
        this.fire('rl-menu', detail(event.currentTarget as Element)); // the listener sits on the card
      }}
      @rl-menu=${(event: Event) => this.fire('rl-menu', detail(event.currentTarget as Element))}
    ></rl-card>`;
  }

  private cards(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('rl-card')];
  }

  private onKey(event: KeyboardEvent): void {
    const at = this.focusedIndex();
    const record = this.list.items[at];
    const card = this.cards()[at];
    if (!record || !card || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'j') this.focusCard(at + 1);
    else if (event.key === 'ArrowUp' || event.key === 'k') this.focusCard(Math.max(0, at - 1));
    else if (event.key === 'm' || event.key === 'M' || event.key === 'ContextMenu')
      this.fire('rl-menu', { record, from: this.value, anchor: card });
    else if (event.key === 'Enter') navigate(recordPath(this.entity.id, record.id));
    else return;
    event.preventDefault();
  }

  private onDragOver(event: DragEvent): void {
    const card = dragged();
    if (!card || card.from === this.value || !this.movable) return;
    event.preventDefault();
    this.isOver = true;
  }

  private onDragLeave(event: DragEvent): void {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !this.renderRoot.contains(to)) this.isOver = false;
  }

  private onDrop(event: DragEvent): void {
    const card = dragged();
    this.isOver = false;
    if (!card) return;
    event.preventDefault();
    this.fire('rl-move', card);
  }

  private fire(name: string, detail: CardEvent): void {
    this.dispatchEvent(new CustomEvent<CardEvent>(name, { detail }));
  }
}
