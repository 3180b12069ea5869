import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { entityChoices } from '../../data/entity-choices.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, fieldOf, type Meta, type MetaEntity } from '../../data/meta.ts';
import { fieldsLike } from '../../data/report-fields.ts';
import type { ReportDefinition } from '../../data/reports.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-select.ts';
import { panelStyles } from './panel-styles.ts';

type Beside = NonNullable<ReportDefinition['beside']>[number];
const mostBeside = 2;

/** Other entities whose figures stand in the same rows. Fires `rl-beside` {beside, measures}. */
@customElement('rl-report-beside')
export class RlReportBeside extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) definition!: ReportDefinition;
  /** With the fields of its relations. */
  @property({ attribute: false }) entity!: MetaEntity;

  static override styles = [base, buttons, panelStyles];

  protected override render() {
    const { beside = [] } = this.definition;
    const choices = this.choices();
    if (beside.length === 0 && choices.length === 0) return nothing;
    return html`<section>
      <h2>${t('report.beside')}</h2>
      ${beside.map((part, index) => this.renderPart(part, index))}
      ${
        beside.length < mostBeside && choices.length > 0
          ? html`<rl-select
              class="add"
              label=${t('report.addBeside')}
              placeholder=${t('report.addBeside')}
              .options=${entityChoices(this.meta, 'many', choices)}
              value=""
              @change=${(event: CustomEvent<{ value: string }>) => this.add(event)}
            ></rl-select>`
          : nothing
      }
    </section>`;
  }

  private renderPart(part: Beside, index: number) {
    const other = entityOf(this.meta, part.entity);
    return html`<div class="figure">
      <div class="line">
        <strong>${other?.label.many ?? part.entity}</strong>
        <button
          type="button"
          class="button ghost square"
          aria-label=${t('report.removeBeside')}
          title=${t('report.removeBeside')}
          @click=${() => this.takeOut(index)}
        >
          <rl-icon name="x"></rl-icon>
        </button>
      </div>
      ${other ? this.definition.groups.map((_, place) => this.renderField({ part, index, other, place })) : nothing}
    </div>`;
  }

  private renderField(shown: { part: Beside; index: number; other: MetaEntity; place: number }) {
    const { part, index, other, place } = shown;
    const group = fieldOf(this.entity, this.definition.groups[place]!.field);
    const fields = fieldsLike(group, other);
    const label = t('report.besideField', { group: group?.label ?? '' });
    if (fields.length === 0)
      return html`<p class="muted small">
        ${t('report.besideNothing', { what: other.label.many, group: group?.label ?? '' })}
      </p>`;
    return html`<div class="line">
      <span class="muted">${label}</span>
      <rl-select
        label=${label}
        placeholder=${t('report.besideChoose')}
        .options=${fields.map(({ id, label: text }) => ({ value: id, label: text }))}
        value=${part.fields[place] ?? ''}
        @change=${(event: CustomEvent<{ value: string }>) => {
          const next = { ...part, fields: part.fields.with(place, event.detail.value) };
          this.tell({ beside: this.definition.beside!.with(index, next) });
        }}
      ></rl-select>
    </div>`;
  }

  /** Those that have something for every group. */
  private choices(): MetaEntity[] {
    const { groups, beside = [], entity } = this.definition;
    if (groups.length === 0) return [];
    return this.meta.entities
      .filter(({ id }) => id !== entity && !beside.some((part) => part.entity === id))
      .filter((other) =>
        groups.every(({ field }) => fieldsLike(fieldOf(this.entity, field), other).length > 0),
      );
  }

  private add(event: CustomEvent<{ value: string }>): void {
    const { value: id } = event.detail;
    const other = entityOf(this.meta, id);
    if (!other) return;
    (event.target as HTMLElement & { value: string }).value = ''; // the select itself
    const { groups, beside = [], measures } = this.definition;
    const fields = groups.map(({ field }) => fieldsLike(fieldOf(this.entity, field), other)[0]?.id ?? '');
    const taken = new Set(measures.map((measure) => measure.id));
    let name = 'beside';
    for (let number = 2; taken.has(name); number++) name = `beside${number}`;
    this.tell({
      beside: [...beside, { entity: id, fields }],
      measures: [...measures, { id: name, of: id, function: 'count', title: other.label.many }],
    });
  }

  private takeOut(index: number): void {
    const { beside = [], measures } = this.definition;
    const { entity } = beside[index]!;
    const gone = measures.filter((measure) => 'of' in measure && measure.of === entity);
    const used = gone.map(({ id }) => new RegExp(String.raw`\b${id}\b`));
    const kept = measures.filter(
      (measure) =>
        !gone.includes(measure) &&
        !('expression' in measure && used.some((name) => name.test(measure.expression))),
    );
    const left = beside.toSpliced(index, 1);
    this.tell({
      beside: left.length > 0 ? left : undefined,
      measures: kept.length > 0 ? kept : [{ id: 'count', function: 'count' }],
    });
  }

  private tell(change: { beside?: Beside[] | undefined; measures?: ReportDefinition['measures'] }): void {
    this.dispatchEvent(new CustomEvent('rl-beside', { detail: change }));
  }
}
