import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import { entityOf, shownType, type Meta } from '../../web/data/meta.ts';
import { base } from '../../web/styles/base.ts';
import { controls } from '../../web/styles/controls.ts';
import { readTimer } from '../timer/read-timer.ts';
import { startTimer } from '../timer/start-timer.ts';
import { timerWords } from '../timer/timer-words.ts';
import {
  timerProperties,
  units,
  weekdays,
  type Timer,
  type TimerKind,
  type TimerSource,
  type Weekday,
} from '../timer/timer.ts';
import { writeTimer } from '../timer/write-timer.ts';
import type { ScopeName } from '../../web/expression/scope.ts';
import { choiceInput, textInput, toggle } from './inputs.ts';
import { panelStyles } from './panel-styles.ts';
import './rl-expression.ts';

/** A timer in words. Fires `rl-change` with `detail: {property, source}`. */
@customElement('rl-timer-editor')
export class RlTimerEditor extends LitElement {
  @property({ attribute: false }) source: TimerSource | undefined;
  /** Repeating timers make sense at starts and where the step goes on meanwhile. */
  @property({ type: Boolean }) repeats = false;
  @property({ attribute: false }) choices: ScopeName[] = [];
  @property() zone = '';
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;

  static override styles = [base, controls, panelStyles];

  protected override render() {
    const timer = this.source && readTimer(this.source);
    const dates = this.dates();
    const kinds: TimerKind[] = [
      'after',
      ...(dates.length > 0 || timer?.kind === 'around' ? (['around'] as const) : []),
      'at',
      ...(this.repeats || isRepeating(timer) ? (['every', 'weekly', 'monthly'] as const) : []),
      'expression',
    ];
    return html`<div class="stack">
      ${choiceInput({
        value: timer?.kind ?? '',
        label: t('designer.timer.kind'),
        ...(timer ? {} : { none: t('designer.timer.choose') }),
        choices: kinds.map((kind) => ({ value: kind, label: t(`designer.timer.${kind}`) })),
        change: (kind) =>
          this.write(
            startTimer(kind as TimerKind, {
              zone: this.zone,
              path: dates[0]?.path ?? '',
              before: this.source,
            }), // One of the kinds.
          ),
      })}
      ${timer ? this.renderTimer(timer) : nothing}
      ${timer && timer.kind !== 'expression' ? html`<div class="sentence">${timerWords(timer, t, this)}</div>` : nothing}
    </div>`;
  }

  private renderTimer(timer: Timer) {
    if (timer.kind === 'after') return this.renderAfter(timer);
    if (timer.kind === 'around') return this.renderAround(timer);
    if (timer.kind === 'every') return this.renderEvery(timer);
    if (timer.kind === 'weekly') return this.renderWeekly(timer);
    if (timer.kind === 'monthly') return this.renderMonthly(timer);
    if (timer.kind === 'expression') return this.renderExpression(timer);
    return textInput({
      type: 'datetime-local',
      label: t('designer.timer.at'),
      value: timer.date.slice(0, 16),
      change: (date) => this.write({ kind: 'at', date: `${date}:00` }),
    });
  }

  private renderAfter(timer: Timer & { kind: 'after' }) {
    return html`${this.renderAmount(timer)}
    ${toggle({
      isOn: timer.isBusiness,
      label: t('designer.timer.business'),
      change: (isBusiness) => this.write({ ...timer, isBusiness }),
    })}`;
  }

  private renderAround(timer: Timer & { kind: 'around' }) {
    const dates = this.dates();
    const known = dates.some(({ path }) => path === timer.path);
    return html`${this.renderAmount(timer)}
      <div class="line">
        ${choiceInput({
          value: timer.isBefore ? 'before' : 'since',
          label: t('designer.timer.side'),
          choices: ['before', 'since'].map((value) => ({ value, label: t(`designer.timer.${value}`) })),
          change: (side) => this.write({ ...timer, isBefore: side === 'before' }),
        })}
        ${choiceInput({
          value: timer.path,
          label: t('designer.timer.date'),
          choices: [
            ...(known ? [] : [{ value: timer.path, label: timer.path }]),
            ...dates.map(({ path, label }) => ({ value: path, label })),
          ],
          change: (path) => this.write({ ...timer, path }),
        })}
      </div>`;
  }

  dateName(path: string): string {
    return this.dates().find((date) => date.path === path)?.label ?? path;
  }

  /** What is a date where the timer stands: fields of the records that can be named, and variables. */
  private dates(): { path: string; label: string }[] {
    const isDate = (type: string): boolean => type === 'date' || type === 'dateTime';
    return this.choices.flatMap(({ name, label, type, entity }) =>
      isDate(type)
        ? [{ path: name, label }]
        : (entityOf(this.meta, entity ?? '')?.fields ?? [])
            .filter((field) => isDate(shownType(field)))
            .map((field) => ({ path: `${name}.${field.id}`, label: field.label })),
    );
  }

  private renderEvery(timer: Timer & { kind: 'every' }) {
    return html`${this.renderAmount(timer)}
      <div class="line">
        <span class="muted">${t('designer.timer.times')}</span>
        ${textInput({
          type: 'number',
          min: 1,
          label: t('designer.timer.times'),
          placeholder: t('designer.timer.forever'),
          value: timer.times === null ? '' : String(timer.times),
          change: (times) => this.write({ ...timer, times: times ? Number(times) : null }),
        })}
      </div>`;
  }

  private renderAmount(timer: Timer & { kind: 'after' | 'every' | 'around' }) {
    return html`<div class="line">
      <span class="narrow"
        >${textInput({
          type: 'number',
          min: 1,
          label: t('designer.timer.amount'),
          value: String(timer.amount),
          change: (amount) => this.write({ ...timer, amount: Math.max(1, Math.round(Number(amount)) || 1) }),
        })}</span
      >
      ${choiceInput({
        value: timer.unit,
        label: t('designer.timer.unit'),
        choices: units.map((unit) => ({ value: unit, label: t(`designer.unit.${unit}`) })),
        change: (unit) => this.write({ ...timer, unit: units.find((each) => each === unit) ?? 'days' }),
      })}
    </div>`;
  }

  private renderWeekly(timer: Timer & { kind: 'weekly' }) {
    const toggled = (day: Weekday): Weekday[] =>
      timer.days.includes(day) ? timer.days.filter((each) => each !== day) : [...timer.days, day];
    return html`<div class="days">
        ${weekdays.map(
          (day) =>
            html`<button
              type="button"
              aria-pressed=${timer.days.includes(day)}
              @click=${() => toggled(day).length > 0 && this.write({ ...timer, days: toggled(day) })}
            >
              ${t(`designer.weekday.${day}`)}
            </button>`,
        )}
      </div>
      ${this.renderTime(timer)}`;
  }

  private renderMonthly(timer: Timer & { kind: 'monthly' }) {
    return html`<div class="line">
        <span class="muted">${t('designer.timer.day')}</span>
        ${textInput({
          type: 'number',
          min: 1,
          label: t('designer.timer.day'),
          value: String(timer.day),
          change: (day) =>
            this.write({ ...timer, day: Math.min(31, Math.max(1, Math.round(Number(day)) || 1)) }),
        })}
      </div>
      ${this.renderTime(timer)}`;
  }

  private renderTime(timer: Timer & { kind: 'weekly' | 'monthly' }) {
    return html`<div class="line">
      ${textInput({
        type: 'time',
        label: t('designer.timer.time'),
        value: timer.time,
        change: (time) => time && this.write({ ...timer, time }),
      })}
      ${textInput({
        label: t('designer.timer.zone'),
        placeholder: this.zone || t('designer.timer.zone'),
        value: timer.zone,
        change: (zone) => this.write({ ...timer, zone: zone.trim() }),
      })}
    </div>`;
  }

  private renderExpression(timer: Timer & { kind: 'expression' }) {
    return html`${choiceInput({
        value: timer.property,
        label: t('designer.timer.property'),
        choices: timerProperties.map((name) => ({ value: name, label: t(`designer.timer.${name}`) })),
        change: (name) =>
          this.write({ ...timer, property: timerProperties.find((each) => each === name) ?? 'timeDuration' }),
      })}
      <rl-expression
        .value=${timer.source}
        .choices=${this.choices}
        .allows=${isIso}
        label=${t('designer.timer.expression')}
        placeholder="$subject.closeDate"
        @rl-change=${(event: CustomEvent<{ value: string }>) => this.write({ ...timer, source: event.detail.value })}
      ></rl-expression>`;
  }

  private write(timer: Timer): void {
    this.dispatchEvent(new CustomEvent<TimerSource>('rl-change', { detail: writeTimer(timer) }));
  }
}

/** Where it repeats and need not, it is shown as what it is. */
const isRepeating = (timer: Timer | undefined): boolean =>
  timer?.kind === 'every' || timer?.kind === 'weekly' || timer?.kind === 'monthly';

/** What needs no JSONata: ISO 8601 durations, repetitions and instants, cron and business time. */
const isIso = (text: string): boolean =>
  /^(R\d*\/|P[\dT]|cron:|business:|\d{4}-\d{2}-\d{2})/.test(text.trim());
