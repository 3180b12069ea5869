import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber, t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { noNames, type DiagramNames } from '../canvas/rl-diagram.ts';
import type { ElementFigures } from '../data/figures.ts';
import { durationWords } from './duration-words.ts';
import { changeOf, valueOf, type Measure } from './heat.ts';

/** The figures of each step, the hottest first, beside those of another version. Fires `rl-focus` with `detail: {element}`. */
@customElement('rl-figures-table')
export class RlFiguresTable extends LitElement {
  @property({ attribute: false }) elements: readonly ElementFigures[] = [];
  @property({ attribute: false }) other: readonly ElementFigures[] | undefined;
  @property({ attribute: false }) names: DiagramNames = noNames;
  @property() measure: Measure = 'count';
  @property() selected = '';

  static override styles = [
    base,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th {
        padding: 8px 8px 4px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        font-weight: 500;
        text-align: right;
        white-space: nowrap;
      }
      th:first-child,
      td:first-child {
        text-align: left;
        padding-left: 16px;
      }
      td {
        padding: 5px 8px;
        border-top: 1px solid var(--rl-line);
        text-align: right;
        vertical-align: top;
        white-space: nowrap;
      }
      td:first-child {
        width: 100%;
        white-space: normal;
      }
      td:last-child,
      th:last-child {
        padding-right: 16px;
      }
      button {
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
      }
      button:hover {
        text-decoration: underline;
      }
      tr[aria-selected='true'] {
        background: var(--rl-accent-soft);
      }
      .bad {
        color: var(--rl-bad-text);
      }
      .change {
        display: block;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
    `,
  ];

  protected override render() {
    const ways = new Set(this.names.connections.map((way) => way.id));
    const rows = this.elements
      .filter(({ element }) => !ways.has(element))
      .toSorted((a, b) => (valueOf(b, this.measure) ?? -1) - (valueOf(a, this.measure) ?? -1));
    const before = new Map(this.other?.map((figures) => [figures.element, figures]));
    return html`<table>
      <thead>
        <tr>
          <th>${t('designer.monitor.step')}</th>
          <th>${t('designer.monitor.count')}</th>
          <th>${t('designer.monitor.median')}</th>
          <th>${t('designer.monitor.p90')}</th>
          <th>${t('designer.monitor.failures')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((figures) => this.renderRow(figures, before.get(figures.element)))}
      </tbody>
    </table>`;
  }

  private renderRow(figures: ElementFigures, before: ElementFigures | undefined) {
    const { element } = figures;
    const duration = (value: number | null): string => (value === null ? '–' : durationWords(value));
    const failures = valueOf(figures, 'failures') ?? 0;
    return html`<tr aria-selected=${element === this.selected ? 'true' : 'false'}>
      <td>
        <button type="button" @click=${() => this.choose(element)}>
          ${this.names.name(element) || element}
        </button>
      </td>
      <td>${formatNumber(figures.entered)}${this.renderChange(figures, before, 'count')}</td>
      <td>${duration(figures.median)}${this.renderChange(figures, before, 'median')}</td>
      <td>${duration(figures.p90)}${this.renderChange(figures, before, 'p90')}</td>
      <td class=${failures > 0 ? 'bad' : ''}>
        ${formatNumber(failures)}${this.renderChange(figures, before, 'failures')}
      </td>
    </tr>`;
  }

  private renderChange(now: ElementFigures, before: ElementFigures | undefined, measure: Measure) {
    if (!this.other) return nothing;
    const change = changeOf(valueOf(now, measure), before ? valueOf(before, measure) : null);
    if (change === null) return html`<span class="change">–</span>`;
    const sign = change > 0 ? '+' : '';
    return html`<span class="change">${sign}${formatNumber(change)} %</span>`;
  }

  private choose(element: string): void {
    this.dispatchEvent(new CustomEvent('rl-focus', { detail: { element } }));
  }
}
