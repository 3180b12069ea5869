import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FieldDefinition, FieldType } from '../../../core/entity/definition.ts';
import { metaContext } from '../../context/meta.ts';
import { previewOf, type ExpressionPreview } from '../../data/entities.ts';
import { chipsToFilter, filterContext, type Chip } from '../../data/filter.ts';
import { filterToChips } from '../../data/filter-to-chips.ts';
import { t } from '../../data/i18n.ts';
import { shownType, type Meta, type MetaField } from '../../data/meta.ts';
import { textOfValue } from '../../data/values.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-filter-bar.ts';
import { builderStyles } from './builder-styles.ts';
import { rollupSources, type RollupSource } from './rollup-sources.ts';

type Rollup = NonNullable<FieldDefinition['rollup']>;

const functions = ['count', 'sum', 'min', 'max', 'average'] as const;
const numbers: FieldType[] = ['integer', 'decimal', 'duration'];
const measurable: Record<Rollup['function'], FieldType[]> = {
  count: [],
  sum: [...numbers, 'money'],
  average: numbers,
  min: [...numbers, 'date', 'dateTime'],
  max: [...numbers, 'date', 'dateTime'],
};

/** A figure over the records that lead here, tried on some that have any. Fires `rl-rollup`. */
@customElement('rl-rollup-editor')
export class RlRollupEditor extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  @property({ attribute: false }) rollup: Rollup | undefined;
  @state() private preview: ExpressionPreview | undefined;
  private asked = '';

  static override styles = [
    base,
    controls,
    builderStyles,
    css`
      td {
        padding: 3px 0;
        border-bottom: 1px solid var(--rl-line);
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      caption {
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        text-align: left;
      }
      td:last-child {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { rollup } = this;
    const isWhole = rollup && (rollup.function === 'count' || rollup.field);
    const asked = isWhole ? JSON.stringify(rollup) : '';
    if (!changed.has('rollup') || asked === this.asked) return;
    this.asked = asked;
    this.preview = undefined;
    if (rollup && asked) void this.ask(rollup, asked);
  }

  protected override render() {
    const sources = rollupSources(this.meta, this.entity);
    if (sources.length === 0) return html`<p class="hint">${t('entities.field.rollupNone')}</p>`;
    const { rollup } = this;
    const measures = rollup ? this.measures(rollup) : [];
    return html`<div class="stack">
      <label class="field"
        ><span class="field-label">${t('entities.field.rollupOf')}</span>
        <select
          class="control"
          @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}
        >
          <option value="">${t('form.choose')}</option>
          ${sources.filter(({ by }) => !by.includes('.')).map((source) => this.renderSource(source))}
          ${
            sources.some(({ by }) => by.includes('.'))
              ? html`<optgroup label=${t('entities.rollup.further')}>
                  ${sources.filter(({ by }) => by.includes('.')).map((source) => this.renderSource(source))}
                </optgroup>`
              : nothing
          }
        </select></label
      >
      ${rollup ? nothing : html`<p class="hint">${t('entities.field.rollupFar')}</p>`}
      ${rollup ? this.renderMeasure(rollup, measures) : nothing}
      ${rollup ? this.renderFilter(rollup) : nothing}
      ${this.preview && this.preview.samples.length > 0 ? this.renderSamples(this.preview, measures) : nothing}
    </div>`;
  }

  private renderSource({ entity, by, label }: RollupSource) {
    const { rollup } = this;
    return html`<option
      value="${entity.id} ${by}"
      ?selected=${rollup?.entity === entity.id && rollup.by === by}
    >
      ${t('entities.rollup.by', { entity: entity.label.many, field: label })}
    </option>`;
  }

  private renderMeasure(rollup: Rollup, measures: readonly MetaField[]) {
    return html`<div class="two">
      <label class="field"
        ><span class="field-label">${t('entities.field.rollupFunction')}</span>
        <select
          class="control"
          @change=${(event: Event) =>
            // The options are the functions.
            this.set({
              function: (event.target as HTMLSelectElement).value as Rollup['function'],
              field: undefined,
            })}
        >
          ${functions.map(
            (name) =>
              html`<option value=${name} ?selected=${name === rollup.function}>
                ${t(`entities.rollup.${name}`)}
              </option>`,
          )}
        </select></label
      >
      ${
        rollup.function === 'count'
          ? nothing
          : html`<label class="field"
              ><span class="field-label">${t('entities.field.rollupField')}</span>
              <select
                class="control"
                @change=${(event: Event) =>
                  this.set({ field: (event.target as HTMLSelectElement).value || undefined })}
              >
                <option value="">${t('form.choose')}</option>
                ${measures.map(
                  (field) =>
                    html`<option value=${field.id} ?selected=${field.id === rollup.field}>
                      ${field.label}
                    </option>`,
                )}
              </select></label
            >`
      }
    </div>`;
  }

  /** Which of them count. Conditions about the reader or the day are none: the figure is the same for everybody. */
  private renderFilter({ entity: id, where }: Rollup) {
    const entity = this.meta.entities.find((each) => each.id === id);
    if (!entity) return nothing;
    const chips = filterToChips(where, entity.fields);
    const lasting = ({ operator }: Chip): boolean => operator !== 'isMe' && operator !== 'within';
    return html`<div class="field" role="group" aria-label=${t('entities.rollup.where')}>
      <span class="field-label">${t('entities.rollup.where')}</span>
      ${
        chips
          ? html`<rl-filter-bar
              conditions
              .entity=${entity}
              .chips=${chips}
              @rl-filter=${(event: CustomEvent<{ chips: Chip[] }>) =>
                this.set({
                  where: chipsToFilter(event.detail.chips.filter(lasting), filterContext(this.meta, entity)),
                })}
            ></rl-filter-bar>`
          : html`<code>${JSON.stringify(where)}</code>`
      }
      <p class="hint">${t('entities.rollup.whereHelp')}</p>
    </div>`;
  }

  private renderSamples({ samples }: ExpressionPreview, measures: readonly MetaField[]) {
    const { rollup } = this;
    const field = rollup?.function === 'count' ? undefined : measures.find(({ id }) => id === rollup?.field);
    return html`<table>
      <caption>
        ${t('entities.preview.heading')}
      </caption>
      ${samples.map(
        ({ title, value }) =>
          html`<tr>
            <td class="truncate">${String(title ?? '')}</td>
            <td>${textOfValue(field ?? { id: '', type: 'integer', label: '', access: 'read' }, value)}</td>
          </tr>`,
      )}
    </table>`;
  }

  private measures({ entity, function: name }: Rollup): MetaField[] {
    const found = this.meta.entities.find(({ id }) => id === entity);
    return (found?.fields ?? []).filter(
      (field) => !field.isSystem && field.isAskable !== false && measurable[name].includes(shownType(field)),
    );
  }

  private choose(source: string): void {
    const [entity, by] = source.split(' ');
    this.emit(entity && by ? { entity, by, function: 'count' } : undefined);
  }

  private set(part: Partial<Rollup>): void {
    if (this.rollup) this.emit({ ...this.rollup, ...part });
  }

  private emit(rollup: Rollup | undefined): void {
    this.rollup = rollup;
    this.dispatchEvent(new CustomEvent('rl-rollup', { detail: { rollup } }));
  }

  private async ask(rollup: Rollup, asked: string): Promise<void> {
    try {
      const preview = await previewOf(this.entity, { rollup });
      if (asked === this.asked) this.preview = preview;
    } catch {
      // The plan says what is wrong.
    }
  }
}
