import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { fieldOf, type MetaEntity } from '../../data/meta.ts';
import { groupFields, isTime } from '../../data/report-fields.ts';
import type { ReportDefinition } from '../../data/reports.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import { goneText } from '../../components/chip-text.ts';
import '../../components/rl-select.ts';
import { besideAfter } from './beside-after.ts';
import { measureLabel } from './report-values.ts';
import { panelStyles } from './panel-styles.ts';
import './rl-report-beside.ts';
import './rl-report-measures.ts';

const charts = [
  ['table', 'table-2'],
  ['bar', 'chart-column'],
  ['line', 'chart-line'],
  ['pie', 'chart-pie'],
  ['funnel', 'funnel'],
  ['heat', 'grid-3x3'],
  ['number', 'hash'],
] as const;
const days = ['day', 'week', 'month', 'quarter', 'year', 'weekday'] as const;
const mostGroups = 3;

/** What a report asks and how it is drawn. Fires `rl-definition` {definition} with every change. */
@customElement('rl-report-panel')
export class RlReportPanel extends LitElement {
  @property({ attribute: false }) definition!: ReportDefinition;
  /** With the fields of its relations. */
  @property({ attribute: false }) entity!: MetaEntity;

  static override styles = [base, buttons, controls, panelStyles];

  protected override render() {
    const { definition } = this;
    return html`${this.renderCharts()}
      <section>
        <h2>${t('report.groups')}</h2>
        ${definition.groups.map((_, index) => this.renderGroup(index))}
        ${
          definition.groups.length < mostGroups
            ? html`<rl-select
                class="add"
                label=${t('report.addGroup')}
                placeholder=${t('report.addGroup')}
                .options=${groupFields(this.entity).map(({ id, label }) => ({ value: id, label }))}
                value=""
                @change=${(event: CustomEvent<{ value: string }>) => this.addGroup(event)}
              ></rl-select>`
            : nothing
        }
        ${
          definition.groups.length > 1 && definition.chart === 'table'
            ? this.renderCheck('isPivot', t('report.pivot'))
            : nothing
        }
        ${['bar', 'line'].includes(definition.chart) ? this.renderCheck('isStacked', t('report.stacked')) : nothing}
      </section>
      <rl-report-beside
        .definition=${definition}
        .entity=${this.entity}
        @rl-beside=${(event: CustomEvent<Pick<ReportDefinition, 'beside' | 'measures'>>) =>
          this.change(event.detail)}
      ></rl-report-beside>
      <rl-report-measures
        .measures=${definition.measures}
        .entity=${this.entity}
        .beside=${definition.beside ?? []}
        @rl-measures=${(event: CustomEvent<{ measures: ReportDefinition['measures'] }>) =>
          this.change({ measures: event.detail.measures })}
      ></rl-report-measures>
      ${definition.groups.length > 0 ? this.renderOrder() : nothing} ${this.renderCompare()}`;
  }

  private renderCharts() {
    return html`<div
      class="charts"
      role="radiogroup"
      aria-label=${t('report.chart')}
      @keydown=${this.onChartKey}
    >
      ${charts.map(
        ([chart, icon]) =>
          html`<button
            type="button"
            role="radio"
            aria-checked=${this.definition.chart === chart}
            aria-label=${t(`report.chart.${chart}`)}
            title=${t(`report.chart.${chart}`)}
            tabindex=${this.definition.chart === chart ? 0 : -1}
            @click=${() => this.change({ chart })}
          >
            <rl-icon name=${icon}></rl-icon>
          </button>`,
      )}
    </div>`;
  }

  private renderGroup(index: number): TemplateResult {
    const group = this.definition.groups[index]!;
    const field = fieldOf(this.entity, group.field);
    const set = (next: ReportDefinition['groups'][number]) =>
      this.change({ groups: this.definition.groups.with(index, next) });
    return html`<div class="line">
      <rl-select
        label=${t('report.group', { count: index + 1 })}
        .options=${groupFields(this.entity).map(({ id, label }) => ({ value: id, label }))}
        value=${group.field}
        unlisted=${goneText(this.entity, group.field)}
        @change=${(event: CustomEvent<{ value: string }>) => set(this.groupOf(event.detail.value))}
      ></rl-select>
      ${
        isTime(field)
          ? html`<rl-select
              label=${t('report.bucket')}
              .options=${[...days, ...(field?.type === 'dateTime' ? ['hour'] : [])].map((value) => ({
                value,
                label: t(`report.bucket.${value}`),
              }))}
              value=${group.bucket ?? 'month'}
              @change=${(event: CustomEvent<{ value: string }>) =>
                // The cast: one of the options above.
                set({ ...group, bucket: event.detail.value as NonNullable<typeof group.bucket> })}
            ></rl-select>`
          : nothing
      }
      ${index > 0 ? this.renderButton('arrow-up', t('report.moveUp'), () => this.moveUp(index)) : nothing}
      ${this.renderButton('x', t('report.removeGroup'), () =>
        this.change({ groups: this.definition.groups.toSpliced(index, 1) }),
      )}
    </div>`;
  }

  private renderButton(icon: string, label: string, act: () => void) {
    return html`<button
      type="button"
      class="button ghost square"
      aria-label=${label}
      title=${label}
      @click=${act}
    >
      <rl-icon name=${icon}></rl-icon>
    </button>`;
  }

  private renderCheck(name: 'isPivot' | 'isStacked', label: string) {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${Boolean(this.definition[name])}
        @change=${() => this.change({ [name]: !this.definition[name] })}
      />
      ${label}
    </label>`;
  }

  private renderOrder() {
    const { definition } = this;
    const { sort, top } = definition;
    const canCut = !definition.groups[0]?.bucket;
    return html`<section>
      <h2>${t('report.order')}</h2>
      <div class="line">
        <rl-select
          label=${t('report.sortBy')}
          placeholder=${t('report.byGroup')}
          .options=${definition.measures.map((measure) => ({
            value: measure.id,
            label: measureLabel(measure, this.entity),
          }))}
          value=${sort?.measure ?? ''}
          @change=${(event: CustomEvent<{ value: string }>) =>
            this.change({
              sort: event.detail.value
                ? { measure: event.detail.value, isDescending: true }
                : { isDescending: false },
            })}
        ></rl-select>
        ${this.renderButton(
          sort?.isDescending ? 'arrow-down' : 'arrow-up',
          t(sort?.isDescending ? 'report.descending' : 'report.ascending'),
          () => this.change({ sort: { ...sort, isDescending: !sort?.isDescending } }),
        )}
      </div>
      ${
        canCut
          ? html`<rl-select
              label=${t('report.top')}
              placeholder=${t('report.topAll')}
              .options=${[3, 5, 10, 20, 50].map((count) => ({
                value: String(count),
                label: t('report.topCount', { count }),
              }))}
              value=${top ? String(top.count) : ''}
              @change=${(event: CustomEvent<{ value: string }>) =>
                this.change({
                  top: event.detail.value
                    ? { others: true, ...top, count: Number(event.detail.value) }
                    : undefined,
                })}
            ></rl-select>`
          : nothing
      }
      ${
        canCut && top
          ? html`<label class="check">
              <input
                type="checkbox"
                .checked=${Boolean(top.others)}
                @change=${() => this.change({ top: { ...top, others: !top.others } })}
              />
              ${t('report.withOthers')}
            </label>`
          : nothing
      }
    </section>`;
  }

  /** A number stands beside the period before, where a condition says which period it is about. */
  private renderCompare() {
    const { chart, conditions = [], compare } = this.definition;
    if (chart !== 'number') return nothing;
    const period = conditions.find(({ operator }) => operator === 'within');
    return html`<section>
      <label class="check">
        <input
          type="checkbox"
          .checked=${period !== undefined && compare === period.field}
          ?disabled=${!period}
          @change=${() => this.change({ compare: compare || !period ? undefined : period.field })}
        />
        ${t('report.compare')}
      </label>
      ${period ? nothing : html`<p class="muted small">${t('report.compareHelp')}</p>`}
    </section>`;
  }

  private groupOf = (field: string): ReportDefinition['groups'][number] => ({
    field,
    ...(isTime(fieldOf(this.entity, field)) && { bucket: 'month' as const }),
  });

  private addGroup(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    if (!value) return;
    (event.target as HTMLElement & { value: string }).value = ''; // the select itself
    this.change({ groups: [...this.definition.groups, this.groupOf(value)] });
  }

  private moveUp(index: number): void {
    const { groups } = this.definition;
    this.change({ groups: groups.with(index, groups[index - 1]!).with(index - 1, groups[index]!) });
  }

  private onChartKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = charts.findIndex(([chart]) => chart === this.definition.chart);
    const next = charts[(at + step + charts.length) % charts.length]!;
    this.change({ chart: next[0] });
    const list = event.currentTarget as HTMLElement; // the listener sits on the group
    list.querySelector<HTMLElement>(`[aria-label="${t(`report.chart.${next[0]}`)}"]`)?.focus();
  }

  /** What no longer fits goes: a pivot of one group, the largest of time, an order by a measure that is gone. */
  private change(change: { [Name in keyof ReportDefinition]?: ReportDefinition[Name] | undefined }): void {
    const definition: Record<string, unknown> = { ...this.definition, ...change };
    // The cast: the same members, of which those that are undefined are taken out below.
    const { groups, measures, sort } = definition as unknown as ReportDefinition;
    if (change.groups) definition['beside'] = besideAfter(this.definition, groups);
    if (groups.length < 2) definition['isPivot'] = undefined;
    if (groups[0]?.bucket || groups.length === 0) definition['top'] = undefined;
    if (sort?.measure && !measures.some(({ id }) => id === sort.measure)) definition['sort'] = undefined;
    const given = Object.fromEntries(Object.entries(definition).filter(([, value]) => value !== undefined));
    this.dispatchEvent(new CustomEvent('rl-definition', { detail: { definition: given } }));
  }
}
