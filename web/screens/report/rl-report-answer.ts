import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { formatNumber, t } from '../../data/i18n.ts';
import { fieldOf, type MetaEntity } from '../../data/meta.ts';
import type { ReportDefinition, ReportResult } from '../../data/reports.ts';
import { base } from '../../styles/base.ts';
import '../figure/rl-chart.ts';
import type { RlChart } from '../figure/rl-chart.ts';
import { isOfMeasures, lookOf, measureSeries, reportSeries } from './report-series.ts';
import { amountsOf, measureLabel } from './report-values.ts';
import './rl-report-table.ts';
import { canDrill } from './rl-report-table.ts';
import './texts.ts';

/**
 * The answer of a report as it is drawn: a number, a chart, a table. With `table` the figures stand below a chart too.
 * Fires `rl-cell` {row}.
 */
@customElement('rl-report-answer')
export class RlReportAnswer extends LitElement {
  @property({ attribute: false }) definition!: ReportDefinition;
  @property({ attribute: false }) result!: ReportResult;
  /** With the fields of its relations. */
  @property({ attribute: false }) entity!: MetaEntity;
  @property() label = '';
  @property({ type: Boolean, attribute: 'table' }) hasTable = false;
  @query('rl-chart') private chart!: RlChart | null;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
      }
      rl-chart {
        flex: 1 1 var(--rl-chart-height, 320px);
        min-height: 220px;
      }
      rl-report-table {
        flex: 1 1 auto;
        min-height: 0;
      }
      .numbers {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 40px;
        padding: 4px 0 8px;
      }
      dt {
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      dd {
        font-size: 26px;
        font-weight: 600;
        line-height: 34px;
        letter-spacing: -0.02em;
        font-variant-numeric: tabular-nums;
      }
      .before {
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        font-weight: 400;
        line-height: 20px;
        letter-spacing: 0;
      }
      .note {
        padding: 8px 0;
        color: var(--rl-muted);
      }
    `,
  ];

  /** Undefined where there is no chart. */
  toPng(): string | undefined {
    return this.chart?.toPng();
  }

  protected override render() {
    const { definition, result } = this;
    const own = lookOf(definition);
    if (own && isOfMeasures(definition)) return this.renderChart(own);
    if (definition.chart === 'number' || definition.groups.length === 0) return this.renderNumbers();
    if (result.rows.length === 0) return html`<p class="note">${t('report.nothing')}</p>`;
    const look = lookOf(definition);
    return html`${look ? this.renderChart(look) : nothing}
    ${
      !look || this.hasTable
        ? html`<rl-report-table
            .definition=${definition}
            .result=${result}
            .entity=${this.entity}
          ></rl-report-table>`
        : nothing
    }
    ${this.manyNote()}
    ${result.isCut ? html`<p class="note" role="status">${t('report.cut', { count: result.rows.length })}</p>` : nothing}`;
  }

  /** The figures of the groups are then more, together, than those of all records. */
  private manyNote() {
    const { several } = this.result;
    if (several.length === 0) return nothing;
    const fields = several
      .map((field) => `“${fieldOf(this.entity, field)?.label ?? field}”`)
      .join(t('report.and'));
    return html`<p class="note">${t('report.countsInEach', { fields })}</p>`;
  }

  private renderChart(look: NonNullable<ReturnType<typeof lookOf>>) {
    const series = isOfMeasures(this.definition) ? measureSeries : reportSeries;
    const data = series(this.definition, this.result, this.entity);
    // Slices of nothing would be drawn as large as each other.
    const isNothing = data.series.every(({ amounts }) => amounts.every((amount) => !amount?.value));
    if (data.series.length === 0 || (isOfMeasures(this.definition) && isNothing))
      return html`<p class="note">${t('report.nothing')}</p>`;
    return html`<rl-chart
      .look=${look}
      .data=${data}
      label=${this.label || t('report.chartLabel')}
      @rl-pick=${(event: CustomEvent<{ key: string; series: number }>) => {
        const row = data.rows[event.detail.series]?.get(event.detail.key);
        if (row && canDrill(this.definition, row))
          this.dispatchEvent(new CustomEvent('rl-cell', { detail: { row }, bubbles: true, composed: true }));
      }}
    ></rl-chart>`;
  }

  private renderNumbers() {
    const { definition, result, entity } = this;
    return html`<dl class="numbers">
      ${definition.measures.map((measure) => {
        const amounts = amountsOf(measure, result.total[measure.id], entity);
        return html`<div>
          <dt>${measureLabel(measure, entity)}</dt>
          ${amounts.length === 0 ? html`<dd class="before">${t('figure.none.yet')}</dd>` : amounts.map(({ text }) => html`<dd>${text}</dd>`)}
          ${result.before ? html`<dd class="before">${this.comparison(measure)}</dd>` : nothing}
        </div>`;
      })}
    </dl>`;
  }

  /** Only where there is one figure on each side. */
  private comparison(measure: ReportDefinition['measures'][number]): string {
    const [now, ...more] = amountsOf(measure, this.result.total[measure.id], this.entity);
    const [before, ...others] = amountsOf(measure, this.result.before?.[measure.id], this.entity);
    if (!before) return t('report.nothingBefore');
    if (!now || more.length > 0 || others.length > 0 || before.value === 0)
      return t('report.before', { value: before.text });
    const change = formatNumber((now.value - before.value) / Math.abs(before.value), {
      style: 'percent',
      signDisplay: 'exceptZero',
      maximumFractionDigits: 1,
    });
    return t('report.changed', { change, value: before.text });
  }
}
