import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatDate, formatDuration, formatExact, formatRelative, formatTime } from '../data/format.ts';
import { t } from '../data/i18n.ts';

const minute = 60_000;

/**
 * A time as people say it, exact on hover. `mode="date"` shows the date itself, `mode="span"` how long ago it was,
 * `mode="moment"` also the time of day, which an appointment is about.
 */
@customElement('rl-time')
export class RlTime extends LitElement {
  @property() value = '';
  @property() mode: 'relative' | 'date' | 'span' | 'moment' = 'relative';
  /** A due time: red when it has passed. */
  @property({ type: Boolean }) due = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  static override styles = css`
    :host {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    .late {
      color: var(--rl-bad-text);
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.requestUpdate(), minute);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render() {
    if (!this.value) return html``;
    const isLate = this.due && new Date(this.value).getTime() < Date.now();
    return html`<time class=${isLate ? 'late' : ''} datetime=${this.value} title=${formatExact(this.value)}
      >${this.words()}</time
    >`;
  }

  private words(): string {
    if (this.mode === 'date') return formatDate(this.value);
    if (this.mode === 'span') return formatDuration(Date.now() - new Date(this.value).getTime());
    const when = formatRelative(this.value);
    return this.mode === 'moment' ? t('time.moment', { when, time: formatTime(this.value) }) : when;
  }
}
