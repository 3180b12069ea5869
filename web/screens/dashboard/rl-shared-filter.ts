import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SharedFilter } from '../../../core/screen/definition.ts';
import { metaContext } from '../../context/meta.ts';
import { choicesOf, type Choice } from '../../data/choices.ts';
import type { Chip } from '../../data/filter.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, fieldOf, shownType, type Meta, type MetaField } from '../../data/meta.ts';
import { periods } from '../../data/period.ts';
import { screenText } from '../../data/screen-text.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-select.ts';

/** One filter of a dashboard: a period for dates, a choice for all else. Fires `rl-chip` with `detail: {chip}`. */
@customElement('rl-shared-filter')
export class RlSharedFilter extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) filter!: SharedFilter;
  @property({ attribute: false }) chip: Chip | undefined;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      rl-picker,
      rl-select {
        width: 170px;
      }
    `,
  ];

  protected override render() {
    const field = this.field();
    if (!field) return nothing;
    const label = screenText(this.filter.title) || field.label;
    const type = shownType(field);
    return html`<span>${label}</span>${
        type === 'date' || type === 'dateTime' ? this.renderPeriods(label) : this.renderChoices(field, label)
      }`;
  }

  private renderPeriods(label: string) {
    return html`<rl-select
      label=${label}
      placeholder=${t('dashboard.anyTime')}
      .options=${periods.map((period) => ({ value: period, label: t(`period.${period}`) }))}
      value=${String(this.chip?.value ?? '')}
      @change=${(event: CustomEvent<{ value: string }>) =>
        this.tell(
          event.detail.value ? { field: '', operator: 'within', value: event.detail.value } : undefined,
        )}
    ></rl-select>`;
  }

  private renderChoices(field: MetaField, label: string) {
    if (field.options)
      return html`<rl-select
        label=${label}
        placeholder=${t('dashboard.all')}
        .options=${field.options.map(({ value, label: text }) => ({ value, label: text }))}
        value=${String((this.chip?.value as string[] | undefined)?.[0] ?? '')}
        @change=${(event: CustomEvent<{ value: string }>) =>
          this.tell(
            event.detail.value ? { field: '', operator: 'isOneOf', value: [event.detail.value] } : undefined,
          )}
      ></rl-select>`;
    const [chosen] = (this.chip?.value as Choice[] | undefined) ?? []; // set below only
    return html`<rl-picker
      label=${label}
      placeholder=${t('dashboard.all')}
      .source=${choicesOf(this.meta, field)}
      .value=${chosen ?? null}
      @change=${(event: CustomEvent<{ value: Choice | null }>) => {
        const choice = event.detail.value;
        const value = choice && [{ id: choice.id, title: choice.title }];
        this.tell(value ? { field: '', operator: 'isOneOf', value } : undefined);
      }}
    ></rl-picker>`;
  }

  /** The first of its fields that the reader sees says what can be chosen. */
  private field(): MetaField | undefined {
    for (const [id, name] of Object.entries(this.filter.fields)) {
      const entity = entityOf(this.meta, id);
      const field = entity && fieldOf(entity, name);
      if (field) return field;
    }
    return undefined;
  }

  private tell(chip: Chip | undefined): void {
    this.dispatchEvent(new CustomEvent('rl-chip', { detail: { chip } }));
  }
}
