import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import type { MetaEntity } from '../../data/meta.ts';
import type { ReportDefinition, ReportMeasure, ReportResult, ReportRow } from '../../data/reports.ts';
import { base } from '../../styles/base.ts';
import { pivotOf, type PivotRow } from './pivot.ts';
import { reportTableStyles } from './report-table-styles.ts';
import { groupLabels, measureLabel, valueText } from './report-values.ts';

/** The figures as a table. Fires `rl-cell` {row} for the records behind a figure. */
@customElement('rl-report-table')
export class RlReportTable extends LitElement {
  @property({ attribute: false }) definition!: ReportDefinition;
  @property({ attribute: false }) result!: ReportResult;
  @property({ attribute: false }) entity!: MetaEntity;

  static override styles = [base, reportTableStyles];

  protected override render() {
    const { definition, entity } = this;
    const { columns, rows } = pivotOf(definition, this.result, entity);
    const isPivot = columns.some(({ key, label }) => key !== '' || label !== '');
    const depth = definition.groups.length - (isPivot ? 1 : 0);
    const { measures } = definition;
    const heads = groupLabels(definition, entity).slice(0, depth);
    const labels = measures.map((measure) => measureLabel(measure, entity));
    return html`<table>
      <thead>
        ${
          isPivot
            ? html`<tr>
                ${heads.map(() => html`<td></td>`)}
                ${columns.map(({ label }) => html`<th scope="colgroup" colspan=${measures.length}>${label}</th>`)}
              </tr>`
            : nothing
        }
        <tr>
          ${heads.map((label) => html`<th scope="col">${label}</th>`)}
          ${columns.map(() => labels.map((label) => html`<th scope="col" class="number">${label}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.heads.map(({ label }) => html`<th scope="row">${label}</th>`)}
              ${columns.map(({ key }) => measures.map((measure) => this.renderCell(row, key, measure)))}
            </tr>`,
        )}
      </tbody>
      ${isPivot || depth === 0 ? nothing : this.renderTotal(depth)}
    </table>`;
  }

  private renderCell({ heads, cells }: PivotRow, column: string, measure: ReportMeasure) {
    const row = cells.get(column);
    if (!row) return html`<td class="number none">${noFigure}</td>`;
    const text = valueText(measure, row.values[measure.id], this.entity) || noFigure;
    if (!canDrill(this.definition, row)) return html`<td class="number">${text}</td>`;
    const label = t('report.cell', {
      value: text,
      group: heads.map((head) => head.label).join(t('list.comma')),
    });
    return html`<td class="number">
      <button type="button" aria-label=${label} @click=${() => this.pick(row)}>${text}</button>
    </td>`;
  }

  private renderTotal(depth: number) {
    const { measures } = this.definition;
    return html`<tfoot>
      <tr>
        <th scope="row" colspan=${depth}>${t('report.total')}</th>
        ${measures.map(
          (measure) =>
            html`<td class="number">
              ${valueText(measure, this.result.total[measure.id], this.entity) || noFigure}
            </td>`,
        )}
      </tr>
    </tfoot>`;
  }

  private pick(row: ReportRow): void {
    this.dispatchEvent(new CustomEvent('rl-cell', { detail: { row }, bubbles: true, composed: true }));
  }
}

/** As everybody writes it who has no figure: a word would be read as one more. */
const noFigure = '–';

/** Mondays and nine o'clocks do not lie together: a filter cannot find them. */
export const canDrill = ({ groups }: ReportDefinition, { keys }: ReportRow): boolean =>
  groups.every(({ bucket }, index) => (bucket !== 'weekday' && bucket !== 'hour') || keys[index] === null);
