import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, formatDate, formatMoney, formatNumber, t, type RecordItem } from '../../../../web/index.ts';
import { share } from './figure-texts.ts';
import { paceOf } from './pace.ts';
import type { Goal } from '../../models/goal/read-goal.ts';
import './texts.ts';

/** How far a campaign is to its goal, what is missing, and whether it would be there in time as it goes now. */
@customElement('campaigns-goal')
export class CampaignsGoal extends LitElement {
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) goal: Goal | null = null;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        margin: 8px 0 24px;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0 16px;
      }
      strong {
        font-size: 20px;
        font-variant-numeric: tabular-nums;
        line-height: 28px;
      }
      .muted,
      p {
        color: var(--rl-muted);
      }
      p {
        margin: 4px 0 0;
      }
      .bar {
        position: relative;
        height: 8px;
        margin-top: 4px;
        border-radius: var(--rl-radius);
        background: var(--rl-sunken);
      }
      .bar i {
        display: block;
        height: 100%;
        border-radius: inherit;
        background: var(--rl-accent);
      }
      .bar.is-reached i {
        background: var(--rl-good);
      }
      .bar b {
        position: absolute;
        top: -3px;
        width: 2px;
        height: 14px;
        background: var(--rl-text);
      }
    `,
  ];

  protected override render() {
    const { goal } = this;
    if (!goal) return html`<p>${t('goal.none')}</p>`;
    if (goal.reached === null) return html`<p>${t('goal.unseen')}</p>`;
    const { reached, target } = goal;
    const pace = paceOf({ ...goal, reached, isFinished: this.record['state'] === 'finished' }, Date.now());
    const part = Math.min(1, reached / target);
    return html`<div class="line">
        <span
          ><strong>${this.amount(reached)}</strong>
          ${t(`goal.of.${goal.figure}`, { target: this.amount(target) })}</span
        >
        <span class="muted">${goal.by ? t('goal.by', { day: formatDate(goal.by) }) : nothing}</span>
      </div>
      <div
        class="bar ${reached >= target ? 'is-reached' : ''}"
        role="progressbar"
        aria-label=${t('goal.title')}
        aria-valuenow=${Math.round(part * 100)}
        aria-valuetext=${share(reached, target)}
      >
        <i style="width: ${part * 100}%"></i>
        ${
          pace.expected === null || pace.isOver || reached >= target
            ? nothing
            : html`<b style="left: ${pace.expected * 100}%" title=${t('goal.today')}></b>`
        }
      </div>
      <p>${this.sentence(goal, reached, pace)}</p>`;
  }

  private sentence(goal: Goal, reached: number, pace: ReturnType<typeof paceOf>): string {
    const missing = this.amount(goal.target - reached);
    if (reached >= goal.target) return t('goal.reached', { share: share(reached, goal.target) });
    if (pace.isOver) return t('goal.missed', { missing });
    if (pace.daysLeft === null) return t('goal.missing', { missing });
    const left = t('goal.left', { missing, count: pace.daysLeft });
    if (pace.expected === null) return left;
    return `${left} ${
      pace.atEnd !== null && pace.atEnd >= goal.target
        ? t('goal.onTrack')
        : t('goal.behind', { amount: this.amount(Math.floor(pace.atEnd ?? 0)) })
    }`;
  }

  private amount(value: number): string {
    const { currency } = this.goal!;
    return currency ? formatMoney({ amount: value, currency }) : formatNumber(value);
  }
}
