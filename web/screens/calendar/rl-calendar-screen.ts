import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { addDays, dateOf, dayText } from '../../data/days.ts';
import { titleOf } from '../../data/choices.ts';
import { countSentence } from '../../data/count.ts';
import { columnFields, screenFor } from '../../data/entity-screens.ts';
import {
  allOf,
  chipsToFilter,
  chipsToText,
  filterContext,
  textToChips,
  type Chip,
} from '../../data/filter.ts';
import { locale, t } from '../../data/i18n.ts';
import {
  entityOf,
  fieldOf,
  isEditable,
  type Meta,
  type MetaEntity,
  type MetaScreen,
} from '../../data/meta.ts';
import { RecordList } from '../../data/record-list.ts';
import type { RecordItem } from '../../data/records.ts';
import { optionColor, textOfValue } from '../../data/values.ts';
import { queryParam, recordPath, replaceQuery } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { dots } from '../../styles/tones.ts';
import '../../components/rl-bar.ts';
import { noSuchView } from '../../components/no-such-view.ts';
import '../../components/rl-entity-actions.ts';
import '../../components/rl-filter-bar.ts';
import '../../components/rl-problem.ts';
import { toneOf } from '../../components/tone.ts';
import { beginTime } from './begin-time.ts';
import { beginToday } from './begin-today.ts';
import { dayOfValue, daysOf, mondayOf, newOn, step, type Span } from './calendar-days.ts';
import { calendarStyles } from './calendar-styles.ts';
import { lanesOf, type Entry } from './lanes.ts';
import { moveEntry, withinDays } from './move-entry.ts';

const shownAtOnce = 200;
const inMonthCell = 4;

type DayEntries = (Entry<RecordItem> | undefined)[];

/** Records on the days of a date field: by month or week. Dragged to another day, or moved with Alt and arrows. */
@customElement('rl-calendar-screen')
export class RlCalendarScreen extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  /** One of several calendars of the entity. */
  @property() screen = '';
  @state() private span: Span = queryParam('span') === 'week' ? 'week' : 'month';
  @state() private day = queryParam('day') ?? dayText(new Date());
  @state() private chips: Chip[] = [];
  @state() private search = '';
  @state() private over = '';
  private dragged: RecordItem | undefined;
  /** Scrolled to where reading begins. */
  private isPlaced = false;
  private readonly list = new RecordList(this, shownAtOnce);

  static override styles = [base, buttons, dots, calendarStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('entity') && !changed.has('screen')) return;
    this.chips = textToChips(queryParam('filter'), entityOf(this.meta, this.entity)?.fields ?? []);
    this.search = queryParam('search') ?? '';
    this.isPlaced = false;
    void this.load();
  }

  /** A month of a busy team is more than a page. */
  protected override updated(): void {
    if (!this.isPlaced && !this.list.isLoading) this.isPlaced = beginToday(this.renderRoot);
    if (this.list.hasMore && !this.list.isLoading && this.list.items.length < 5 * shownAtOnce)
      void this.list.more();
  }

  protected override render() {
    const { entity, screen } = this.place();
    if (!entity) return nothing;
    if (!screen?.date) return noSuchView({ meta: this.meta, entity }, 'calendar');
    return html`<rl-bar heading=${screen.plugin ? entity.label.many : (screen.label ?? entity.label.many)}>
        <rl-entity-actions
          slot="actions"
          .entity=${entity}
          view="calendar"
          screen=${this.screen}
          .initial=${{ [screen.date.field]: newOn(this.day, fieldOf(entity, screen.date.field)?.type) }}
          @rl-created=${(event: CustomEvent<{ record: RecordItem }>) => this.list.put(event.detail.record)}
        ></rl-entity-actions>
      </rl-bar>
      <rl-filter-bar
        .entity=${entity}
        .chips=${this.chips}
        .suggested=${screen.filters ?? []}
        search=${this.search}
        @rl-filter=${(event: CustomEvent<{ chips: Chip[] }>) => this.ask({ chips: event.detail.chips })}
        @rl-search=${(event: CustomEvent<{ search: string }>) => this.ask({ search: event.detail.search })}
      >
        ${this.renderTools()}
        <span slot="end">${this.list.count ? countSentence(this.list.count, entity.label) : nothing}</span>
      </rl-filter-bar>
      ${
        this.list.error
          ? html`<rl-problem .error=${this.list.error} @rl-retry=${() => this.list.reload()}></rl-problem>`
          : this.renderDays(entity, screen)
      }`;
  }

  private renderTools() {
    const date = dateOf(this.day);
    const month = new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric' }).format(date);
    const move = (by: number, label: string, icon: string) =>
      html`<button
        type="button"
        class="button ghost square"
        aria-label=${label}
        title=${label}
        @click=${() => this.ask({ day: step(this.span, this.day, by) })}
      >
        <rl-icon name=${icon}></rl-icon>
      </button>`;
    return html`<div class="tools" slot="start">
      ${move(-1, t('calendar.before'), 'chevron-left')} ${move(1, t('calendar.after'), 'chevron-right')}
      <h2 aria-live="polite">${month}</h2>
      <button type="button" class="button" @click=${() => this.ask({ day: dayText(new Date()) })}>
        ${t('calendar.today')}
      </button>
      <button
        type="button"
        class="button"
        @click=${() => this.ask({ span: this.span === 'month' ? 'week' : 'month' })}
      >
        ${t(this.span === 'month' ? 'calendar.week' : 'calendar.month')}
      </button>
    </div>`;
  }

  private renderDays(entity: MetaEntity, screen: MetaScreen) {
    const days = daysOf(this.span, this.day);
    const name = new Intl.DateTimeFormat(locale(), { weekday: 'short' });
    const byDay = this.byDay(screen);
    const isEmpty = !this.list.isLoading && byDay.size === 0;
    return html`<div class="week" aria-hidden="true">
        ${days.slice(0, 7).map((day) => html`<span>${name.format(dateOf(day))}</span>`)}
      </div>
      <div class="days ${this.span === 'week' ? 'long' : ''}" aria-busy=${this.list.isLoading}>
        ${days.map((day) => this.renderDay(day, { entity, screen, entries: byDay.get(day) ?? [] }))}
        ${isEmpty ? html`<p class="empty visually-hidden">${t('calendar.empty')}</p>` : nothing}
      </div>`;
  }

  private renderDay(
    day: string,
    { entity, screen, entries }: { entity: MetaEntity; screen: MetaScreen; entries: DayEntries },
  ) {
    const date = dateOf(day);
    const isOther = this.span === 'month' && day.slice(0, 7) !== this.day.slice(0, 7);
    const isToday = day === dayText(new Date());
    const room = entries.length > inMonthCell ? inMonthCell - 1 : inMonthCell;
    const shown = this.span === 'week' ? entries : entries.slice(0, room);
    const rest = entries.slice(shown.length).filter(Boolean).length;
    const full = new Intl.DateTimeFormat(locale(), { weekday: 'long', month: 'long', day: 'numeric' });
    const weekday = new Intl.DateTimeFormat(locale(), { weekday: 'short' });
    return html`<section
      class="day ${isOther ? 'other' : ''} ${isToday ? 'today' : ''} ${entries.length === 0 ? 'none' : ''} ${this.over === day ? 'over' : ''}"
      aria-label=${full.format(date)}
      @dragover=${(event: DragEvent) => {
        if (!this.dragged) return;
        event.preventDefault();
        this.over = day;
      }}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        if (this.dragged) void this.move(this.dragged, day);
        this.over = '';
      }}
    >
      <span class="head"
        ><span class="number">${date.getDate()}</span
        ><span class="weekday" aria-hidden="true">${weekday.format(date)}</span></span
      >
      ${shown.map((entry) =>
        entry ? this.renderEntry(entry, { entity, screen, day }) : html`<span class="gap"></span>`,
      )}
      ${isToday && entries.length === 0 ? html`<span class="nothing">${t('calendar.nothingToday')}</span>` : nothing}
      ${
        rest > 0
          ? html`<button type="button" class="more" @click=${() => this.ask({ span: 'week', day })}>
              ${t('calendar.more', { count: rest })}
            </button>`
          : nothing
      }
    </section>`;
  }

  private renderEntry(
    { item: record, first, last }: Entry<RecordItem>,
    { entity, screen, day }: { entity: MetaEntity; screen: MetaScreen; day: string },
  ) {
    const color = screen.color
      ? optionColor(fieldOf(entity, screen.color), String(record[screen.color] ?? ''))
      : '';
    const about = columnFields(entity, screen.card ?? []).filter(({ id }) => id !== entity.title);
    const title = titleOf(entity.title, record);
    const details = about.map((field) => `${field.label}: ${textOfValue(field, record[field.id])}`);
    const canMove = this.canMove(entity, screen);
    return html`<a
      class="entry ${first < day ? 'goes-on' : ''} ${last > day ? 'is-on' : ''} ${day === mondayOf(day) ? 'monday' : ''}"
      href=${recordPath(entity.id, record.id)}
      title=${[title, ...details].join('\n')}
      data-id=${record.id}
      aria-keyshortcuts=${canMove ? 'Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown' : nothing}
      draggable=${canMove}
      @dragstart=${() => (this.dragged = record)}
      @dragend=${() => {
        this.dragged = undefined;
        this.over = '';
      }}
      @keydown=${(event: KeyboardEvent) => canMove && this.onKey(event, { record, day })}
    >
      ${color ? html`<span class="dot ${toneOf(color)}"></span>` : nothing}
      ${first === day ? beginTime(fieldOf(entity, screen.date!.field), record) : nothing}
      <span class="truncate">${title}</span>
    </a>`;
  }

  private place(): { entity: MetaEntity | undefined; screen: MetaScreen | undefined } {
    const entity = entityOf(this.meta, this.entity);
    return { entity, screen: entity && screenFor(this.meta, 'calendar', entity.id, this.screen) };
  }

  /** What lasts several days stands on each of them, at the same height. */
  private byDay({ date }: MetaScreen): Map<string, DayEntries> {
    const entries = this.list.items.flatMap((item): Entry<RecordItem>[] => {
      const first = dayOfValue(item[date!.field]);
      const last = (date!.end && dayOfValue(item[date!.end])) || first;
      return first && last ? [{ item, first, last }] : [];
    });
    const days = daysOf(this.span, this.day);
    const found = new Map<string, DayEntries>();
    for (let at = 0; at < days.length; at += 7)
      for (const [day, lanes] of lanesOf(entries, days.slice(at, at + 7)))
        if (lanes.length > 0) found.set(day, lanes);
    return found;
  }

  private canMove(entity: MetaEntity, { date }: MetaScreen): boolean {
    const field = date && fieldOf(entity, date.field);
    return entity.can.update && field !== undefined && isEditable(field);
  }

  private onKey(event: KeyboardEvent, { record, day }: { record: RecordItem; day: string }): void {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    if (!by || !event.altKey) return;
    event.preventDefault();
    void this.move(record, addDays(day, by)).then(async () => {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(record.id)}"]`)?.focus();
    });
  }

  private async move(record: RecordItem, day: string): Promise<void> {
    const { entity, screen } = this.place();
    if (entity && screen?.date)
      await moveEntry({ entity, date: screen.date, list: this.list }, { record, day });
  }

  private ask(change: { chips?: Chip[]; search?: string; span?: Span; day?: string }): void {
    Object.assign(this, change);
    if (change.day !== undefined || change.span !== undefined) this.isPlaced = false;
    const isToday = this.day === dayText(new Date());
    replaceQuery({
      filter: chipsToText(this.chips),
      search: this.search,
      span: this.span === 'week' ? 'week' : undefined,
      day: isToday ? undefined : this.day,
    });
    void this.load();
  }

  private async load(): Promise<void> {
    const { entity, screen } = this.place();
    const date = screen?.date;
    if (!entity || !date) return;
    const own = chipsToFilter(this.chips, filterContext(this.meta, entity));
    await this.list.show(entity.id, {
      filter: allOf(withinDays(daysOf(this.span, this.day), { entity, date }), own),
      search: this.search,
      sort: [date.field],
    });
  }
}
