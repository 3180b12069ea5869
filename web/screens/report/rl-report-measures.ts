import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { metaContext } from '../../context/meta.ts';
import { allChips, type Chip } from '../../data/filter.ts';
import { entityOf, fieldOf, type Meta, type MetaEntity } from '../../data/meta.ts';
import { conditionFields, measureFields, needsSince, sinceFields } from '../../data/report-fields.ts';
import type { ReportDefinition, ReportMeasure } from '../../data/reports.ts';
import { screenText } from '../../data/screen-text.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-filter-bar.ts';
import '../../components/rl-icon.ts';
import { goneText } from '../../components/chip-text.ts';
import '../../components/rl-select.ts';
import { measureId } from './default-report.ts';
import { panelStyles } from './panel-styles.ts';

type Counted = Extract<ReportMeasure, { function: string }>;
type Calculated = Extract<ReportMeasure, { expression: string }>;

const functions = ['count', 'sum', 'average', 'median', 'min', 'max', 'distinct'] as const;
const mostMeasures = 8;

/** The figures of a report: counted ones and calculated ones. Fires `rl-measures` {measures}. */
@customElement('rl-report-measures')
export class RlReportMeasures extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) measures: ReportMeasure[] = [];
  @property({ attribute: false }) entity!: MetaEntity;
  /** Other entities that figures may be of. */
  @property({ attribute: false }) beside: NonNullable<ReportDefinition['beside']> = [];

  static override styles = [base, buttons, controls, panelStyles];

  protected override render() {
    const canAdd = this.measures.length < mostMeasures;
    return html`<section>
      <h2>${t('report.measures')}</h2>
      ${this.measures.map((measure, index) =>
        'expression' in measure ? this.renderCalculated(measure, index) : this.renderCounted(measure, index),
      )}
      ${
        canAdd
          ? html`<div class="adds">
              <button type="button" class="button ghost" @click=${this.addCounted}>
                <rl-icon name="plus"></rl-icon>${t('report.addMeasure')}
              </button>
              <button type="button" class="button ghost" @click=${this.addCalculated}>
                <rl-icon name="plus"></rl-icon>${t('report.addCalculated')}
              </button>
            </div>`
          : nothing
      }
    </section>`;
  }

  private renderCounted(measure: Counted, index: number) {
    const fields = measureFields(this.entityFor(measure), measure.function);
    return html`<div class="figure">
      ${this.beside.length > 0 ? this.renderOf(measure, index) : nothing}
      <div class="line">
        <rl-select
          label=${t('report.measure', { count: index + 1 })}
          .options=${functions
            .filter((name) => measureFields(this.entityFor(measure), name).length > 0)
            .map((name) => ({ value: name, label: t(`report.function.${name}`) }))}
          value=${measure.function}
          @change=${(event: CustomEvent<{ value: Counted['function'] }>) =>
            this.setCounted(index, event.detail.value, measure.field)}
        ></rl-select>
        ${
          measure.function === 'count'
            ? nothing
            : html`<rl-select
                label=${t('report.measureField')}
                .options=${fields.map(({ id, label }) => ({ value: id, label }))}
                value=${measure.field ?? ''}
                unlisted=${goneText(this.entityFor(measure), measure.field ?? '')}
                @change=${(event: CustomEvent<{ value: string }>) =>
                  this.setCounted(index, measure.function, event.detail.value)}
              ></rl-select>`
        }
        ${this.renderRemove(index)}
      </div>
      ${this.renderSince(measure, index)} ${this.renderConditions(measure, index)}
    </div>`;
  }

  private renderOf(measure: Counted, index: number) {
    const options = [this.entity.id, ...this.beside.map(({ entity }) => entity)].map((id) => ({
      value: id,
      label: entityOf(this.meta, id)?.label.many ?? id,
    }));
    return html`<div class="line">
      <rl-select
        label=${t('report.measureOfWhat')}
        .options=${options}
        value=${measure.of ?? this.entity.id}
        @change=${(event: CustomEvent<{ value: string }>) => {
          const { value: of } = event.detail;
          const { id } = measure;
          this.tell(
            this.measures.with(index, { id, function: 'count', ...(of !== this.entity.id && { of }) }),
          );
        }}
      ></rl-select>
    </div>`;
  }

  private entityFor({ of }: Counted): MetaEntity {
    return (of && of !== this.entity.id && entityOf(this.meta, of)) || this.entity;
  }

  private renderSince(measure: Counted, index: number) {
    const entity = this.entityFor(measure);
    const field = measure.field ? fieldOf(entity, measure.field) : undefined;
    if (!needsSince(measure.function, field)) return nothing;
    return html`<div class="line">
      <span class="muted">${t('report.daysSince')}</span>
      <rl-select
        label=${t('report.daysSince')}
        .options=${sinceFields(entity, measure.field ?? '').map(({ id, label }) => ({ value: id, label }))}
        value=${measure.since ?? ''}
        @change=${(event: CustomEvent<{ value: string }>) =>
          this.tell(this.measures.with(index, { ...measure, since: event.detail.value }))}
      ></rl-select>
    </div>`;
  }

  private renderConditions(measure: Counted, index: number) {
    const entity = this.entityFor(measure);
    const fields = conditionFields(entity);
    return html`<rl-filter-bar
      conditions
      aria-label=${t('report.only')}
      .entity=${{ ...entity, fields }}
      .chips=${allChips(measure.conditions ?? [], fields)}
      @rl-filter=${(event: CustomEvent<{ chips: Chip[] }>) => {
        const { conditions: _before, ...rest } = measure;
        const { chips } = event.detail;
        this.tell(this.measures.with(index, chips.length > 0 ? { ...rest, conditions: chips } : rest));
      }}
    ></rl-filter-bar>`;
  }

  private renderCalculated(measure: Calculated, index: number) {
    const operands = this.measures.filter((each) => !('expression' in each)).map(({ id }) => id);
    const set = (change: Partial<Calculated>) =>
      this.tell(this.measures.with(index, { ...measure, ...change }));
    return html`<div class="formula">
      <div class="line">
        <input
          class="control"
          maxlength="80"
          aria-label=${t('report.calculatedName')}
          placeholder=${t('report.calculatedName')}
          .value=${screenText(measure.title)}
          @change=${(event: Event) => set({ title: valueOf(event) })}
        />
        <rl-select
          label=${t('report.format')}
          .options=${(['number', 'percent', 'money'] as const).map((value) => ({
            value,
            label: t(`report.format.${value}`),
          }))}
          value=${measure.format ?? 'number'}
          @change=${(event: CustomEvent<{ value: 'number' | 'percent' | 'money' }>) => set({ format: event.detail.value })}
        ></rl-select>
        ${this.renderRemove(index)}
      </div>
      <input
        class="control"
        name="expression"
        spellcheck="false"
        aria-label=${t('report.formula')}
        aria-describedby="formula-${index}"
        .value=${measure.expression}
        @change=${(event: Event) => valueOf(event).trim() && set({ expression: valueOf(event) })}
      />
      <p class="muted small" id="formula-${index}">
        ${t('report.formulaHelp', { measures: operands.join(t('list.comma')) })}
      </p>
    </div>`;
  }

  private renderRemove(index: number) {
    if (this.measures.length === 1) return nothing;
    const label = t('report.removeMeasure');
    return html`<button
      type="button"
      class="button ghost square"
      aria-label=${label}
      title=${label}
      @click=${() => this.takeOut(index)}
    >
      <rl-icon name="x"></rl-icon>
    </button>`;
  }

  private setCounted(index: number, name: Counted['function'], field?: string): void {
    // Only counted ones come here.
    const { conditions, of, title, drawn } = this.measures[index] as Counted;
    const entity = this.entityFor(this.measures[index] as Counted); // as above
    const fields = measureFields(entity, name);
    const chosen = name === 'count' ? undefined : (fields.find(({ id }) => id === field) ?? fields[0])?.id;
    const id = this.freeId(measureId(name, chosen), index);
    const isDays = chosen !== undefined && needsSince(name, fieldOf(entity, chosen));
    const since = isDays ? sinceFields(entity, chosen)[0]?.id : undefined;
    this.tell(
      this.measures.with(index, {
        ...{ id, function: name },
        ...(of && { of }),
        ...(title && { title }),
        ...(drawn && { drawn }),
        ...(chosen && { field: chosen }),
        ...(since && { since }),
        ...(conditions && { conditions }),
      }),
    );
  }

  private addCounted(): void {
    const has = (name: string): boolean => this.measures.some(({ id }) => id.startsWith(name));
    const first = measureFields(this.entity, 'sum').find((field) => !needsSince('sum', field));
    const name = !has('count') || !first ? 'count' : has('sum') ? 'average' : 'sum';
    const field = name === 'count' ? undefined : first?.id;
    const id = this.freeId(measureId(name, field), -1);
    this.tell([...this.measures, { id, function: name, ...(field && { field }) }]);
  }

  private addCalculated(): void {
    const [one = 'count', other = one] = this.measures
      .filter((each) => !('expression' in each))
      .map(({ id }) => id);
    const id = this.freeId('calculated', -1);
    this.tell([...this.measures, { id, title: t('report.calculated'), expression: `${other} / ${one}` }]);
  }

  /** What is calculated with it goes too: it would have nothing to calculate with. */
  private takeOut(index: number): void {
    const { id } = this.measures[index]!;
    const isUsed = new RegExp(`\\b${id}\\b`);
    const left = this.measures.toSpliced(index, 1);
    const kept = left.filter((each) => !('expression' in each) || !isUsed.test(each.expression));
    this.tell(kept.some((each) => !('expression' in each)) ? kept : [{ id: 'count', function: 'count' }]);
  }

  private freeId(wanted: string, at: number): string {
    const taken = new Set(this.measures.filter((_, index) => index !== at).map(({ id }) => id));
    if (!taken.has(wanted)) return wanted;
    for (let number = 2; ; number++) if (!taken.has(`${wanted}${number}`)) return `${wanted}${number}`;
  }

  private tell(measures: ReportMeasure[]): void {
    this.dispatchEvent(new CustomEvent('rl-measures', { detail: { measures } }));
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value; // listeners sit on inputs
