import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Grouping, Measure } from '../../../core/screen/definition.ts';
import { t } from '../../data/i18n.ts';
import { shownType, type MetaEntity, type MetaField } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-select.ts';

const functions = ['count', 'sum', 'average', 'min', 'max'] as const;
const buckets = ['day', 'week', 'month', 'quarter', 'year'] as const;
const numbers = ['money', 'integer', 'decimal'];
const groupable = ['select', 'boolean', 'user', 'relation', 'date', 'dateTime', 'text'];
const isTime = (field: MetaField | undefined): boolean =>
  field !== undefined && ['date', 'dateTime'].includes(shownType(field));

/** What a figure counts (`measure`), or by what it is divided. Fires `rl-figure-input` {value}. */
@customElement('rl-figure-inputs')
export class RlFigureInputs extends LitElement {
  @property({ attribute: false }) entity: MetaEntity | undefined;
  @property() kind: 'measure' | 'grouping' = 'measure';
  @property({ attribute: false }) value: Measure | Grouping | undefined;
  @property() label = '';
  /** May be left out. */
  @property({ type: Boolean }) optional = false;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 4px;
      }
    `,
  ];

  protected override render() {
    return this.kind === 'measure' ? this.renderMeasure() : this.renderGrouping();
  }

  private renderMeasure() {
    const { function: chosen = 'count', field = '' } = (this.value ?? {}) as Partial<Measure>; // of this kind
    const fields = (this.entity?.fields ?? []).filter((each) => numbers.includes(shownType(each)));
    const first = fields[0]?.id;
    return html`<rl-select
        label=${this.label}
        .options=${functions
          .filter((name) => name === 'count' || fields.length > 0)
          .map((name) => ({ value: name, label: t(`screens.measure.${name}`) }))}
        value=${chosen}
        @change=${(event: CustomEvent<{ value: Measure['function'] }>) => {
          const name = event.detail.value;
          this.tell(name === 'count' ? { function: name } : { function: name, field: field || first });
        }}
      ></rl-select>
      ${
        chosen === 'count'
          ? nothing
          : html`<rl-select
              label=${t('screens.measure.field')}
              .options=${fields.map(({ id, label }) => ({ value: id, label }))}
              value=${field}
              @change=${(event: CustomEvent<{ value: string }>) =>
                this.tell({ function: chosen, field: event.detail.value })}
            ></rl-select>`
      }`;
  }

  private renderGrouping() {
    const { field = '', bucket } = (this.value ?? {}) as Partial<Grouping>; // of this kind
    const fields = (this.entity?.fields ?? []).filter((each) => groupable.includes(shownType(each)));
    const find = (id: string): MetaField | undefined => fields.find((each) => each.id === id);
    return html`<rl-select
        label=${this.label}
        placeholder=${this.optional ? t('screens.none') : ''}
        .options=${fields.map(({ id, label }) => ({ value: id, label }))}
        value=${field}
        @change=${(event: CustomEvent<{ value: string }>) => {
          const id = event.detail.value;
          this.tell(id ? { field: id, ...(isTime(find(id)) && { bucket: bucket ?? 'month' }) } : undefined);
        }}
      ></rl-select>
      ${
        isTime(find(field))
          ? html`<rl-select
              label=${t('screens.bucket')}
              .options=${buckets.map((value) => ({ value, label: t(`screens.bucket.${value}`) }))}
              value=${bucket ?? 'month'}
              @change=${(event: CustomEvent<{ value: NonNullable<Grouping['bucket']> }>) =>
                this.tell({ field, bucket: event.detail.value })}
            ></rl-select>`
          : nothing
      }`;
  }

  private tell(value: object | undefined): void {
    this.dispatchEvent(new CustomEvent('rl-figure-input', { detail: { value } }));
  }
}
