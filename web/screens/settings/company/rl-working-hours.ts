import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isInOrder, weeklyHours, withBreak, type Interval } from '../../../data/company.ts';
import { t } from '../../../data/i18n.ts';
import { locale } from '../../../data/locale.ts';
import { base } from '../../../styles/base.ts';
import { buttons } from '../../../styles/buttons.ts';
import { controls } from '../../../styles/controls.ts';
import '../../../components/rl-icon.ts';

/** A week of working hours, several times of work a day. Fires `change` with `detail.hours`. */
@customElement('rl-working-hours')
export class RlWorkingHours extends LitElement {
  @property({ attribute: false }) hours: Interval[][] = [];

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: block;
      }
      .day {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 12px;
        min-height: 40px;
        padding: 4px 0;
        border-bottom: 1px solid var(--rl-line);
      }
      .name {
        flex: none;
        width: 104px;
      }
      .times {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 16px;
      }
      .time {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      .time .control {
        width: 128px;
        font-variant-numeric: tabular-nums;
      }
      @media (max-width: 720px) {
        .time .control {
          width: 132px;
        }
      }
      .closed,
      .sum {
        color: var(--rl-muted);
      }
      .wrong {
        flex-basis: 100%;
        margin: 0;
        color: var(--rl-bad);
      }
      .sum {
        margin: 8px 0 0;
      }
    `,
  ];

  protected override render() {
    return html`${this.hours.map((day, index) => this.day(day, index))}
      <p class="sum">${t('company.week', { hours: weeklyHours(this.hours) })}</p>`;
  }

  private day(day: Interval[], index: number) {
    const name = dayName(index);
    const isRight = isInOrder(day);
    return html`<div class="day" role="group" aria-label=${name}>
      <span class="name">${name}</span>
      <div class="times">
        ${day.length === 0 ? html`<span class="closed">${t('company.closed')}</span>` : nothing}
        ${day.map((interval, at) => this.time(interval, { index, at, isRight }))}
        <button
          type="button"
          class="button ghost square"
          aria-label=${t('company.addTime', { day: name })}
          title=${t('company.addTime', { day: name })}
          @click=${() => this.change(index, [...day, following(day)])}
        >
          <rl-icon name="plus"></rl-icon>
        </button>
        ${this.breaking(day, index)}
      </div>
      ${this.copying(day, index)}
      ${isRight ? nothing : html`<p class="wrong" role="alert">${t('company.notInOrder')}</p>`}
      ${this.overnight(day, index)}
    </div>`;
  }

  private time(interval: Interval, { index, at, isRight }: { index: number; at: number; isRight: boolean }) {
    const day = this.hours[index]!;
    const set = (side: 0 | 1) => (event: Event) => {
      // The cast: the listener sits on the input.
      const { value } = event.target as HTMLInputElement;
      // Nobody's work ends as the day begins: that is the end of the day.
      const end = value === '00:00' ? '24:00' : value;
      const changed: Interval = side === 0 ? [value, interval[1]] : [interval[0], end];
      this.change(index, day.with(at, changed));
    };
    const input = (side: 0 | 1, key: string) =>
      html`<input
        class="control"
        type="time"
        required
        aria-label=${t(key, { day: dayName(index) })}
        aria-invalid=${isRight ? 'false' : 'true'}
        .value=${interval[side] === '24:00' ? '00:00' : interval[side]}
        @change=${set(side)}
      />`;
    return html`<span class="time"
      >${input(0, 'company.from')}<span aria-hidden="true">–</span>${input(1, 'company.to')}${
        interval[1] === '24:00' ? html`<span class="closed">${t('company.midnight')}</span>` : nothing
      }<button
        type="button"
        class="button ghost square"
        aria-label=${t('company.removeTime', { time: interval.join('–') })}
        title=${t('company.removeTime', { time: interval.join('–') })}
        @click=${() => this.change(index, day.toSpliced(at, 1))}
      >
        <rl-icon name="x"></rl-icon></button
    ></span>`;
  }

  /** Work that ends before it begins goes on past midnight: it is split there. */
  private overnight(day: Interval[], index: number) {
    const [from, to] = day.at(-1) ?? ['', ''];
    const isSplit: Interval[] = [...day.slice(0, -1), [from, '24:00']];
    if (from === '' || to === '' || to >= from || !isInOrder(isSplit)) return nothing;
    const next = (index + 1) % this.hours.length;
    const split = (): void => {
      const [first, ...rest] = this.hours[next]!;
      const goesOn: Interval[] =
        first && first[0] <= to
          ? [['00:00', first[1] > to ? first[1] : to], ...rest]
          : [['00:00', to], ...this.hours[next]!];
      this.tell(this.hours.with(index, isSplit).with(next, goesOn));
    };
    return html`<button type="button" class="button" @click=${split}>
      ${t('company.overnight', { day: dayName(next), time: to })}
    </button>`;
  }

  /** A long day without one usually has one. */
  private breaking(day: Interval[], index: number) {
    const parts = day.length === 1 && isInOrder(day) ? withBreak(day[0]!) : undefined;
    if (!parts) return nothing;
    return html`<button
      type="button"
      class="button ghost"
      aria-label=${t('company.breakOn', { day: dayName(index) })}
      @click=${() => this.change(index, parts)}
    >
      ${t('company.break')}
    </button>`;
  }

  /** Mondays are typed, the other days are mostly the same. */
  private copying(day: Interval[], index: number) {
    const isSame = this.hours.slice(1, 5).every((other) => JSON.stringify(other) === JSON.stringify(day));
    if (index !== 0 || isSame || !isInOrder(day)) return nothing;
    const copy = (): void => this.tell(this.hours.map((other, at) => (at > 0 && at < 5 ? [...day] : other)));
    return html`<button type="button" class="button ghost" @click=${copy}>${t('company.copy')}</button>`;
  }

  private change(index: number, day: Interval[]): void {
    this.tell(this.hours.with(index, day));
  }

  private tell(hours: Interval[][]): void {
    this.dispatchEvent(new CustomEvent('change', { detail: { hours } }));
  }
}

/** 1 January 2024 was a Monday. */
const dayName = (index: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + index),
  );

/** A usual day, or the hour after the last. */
function following(day: readonly Interval[]): Interval {
  const last = day.at(-1)?.[1];
  if (!last || last > '22:00') return ['09:00', '17:00'];
  const hour = (later: number): string => `${String(Number(last.slice(0, 2)) + later).padStart(2, '0')}:00`;
  return [hour(1), hour(2)];
}
