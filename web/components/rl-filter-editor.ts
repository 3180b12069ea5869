import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../context/meta.ts';
import { choicesOf, type Choice } from '../data/choices.ts';
import {
  isFilterable,
  needsValue,
  onlyShown,
  operatorsFor,
  type Chip,
  type Operator,
} from '../data/filter.ts';
import { t } from '../data/i18n.ts';
import { fieldOf, shownType, type Meta, type MetaEntity, type MetaField } from '../data/meta.ts';
import { periods } from '../data/period.ts';
import { isEmptyValue, optionLabel } from '../data/values.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { controls } from '../styles/controls.ts';
import { filterEditorStyles } from './filter-editor-styles.ts';
import './rl-icon.ts';
import './rl-picker.ts';

/** Chooses a field, then how and with what. Fires `rl-done` with `detail: {chip}`. */
@customElement('rl-filter-editor')
export class RlFilterEditor extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) chip: Chip | undefined;
  @property({ attribute: false }) suggested: string[] = [];
  @state() private field: MetaField | undefined;
  @state() private operator: Operator = 'is';
  @state() private value: unknown;
  @state() private wanted = '';

  static override styles = [base, buttons, controls, filterEditorStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('chip') || !this.chip) return;
    this.field = fieldOf(this.entity, this.chip.field);
    this.operator = this.chip.operator;
    this.value = this.chip.value;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('field') && !changed.has('entity')) return;
    this.dispatchEvent(new CustomEvent('rl-moved'));
    this.renderRoot.querySelector<HTMLElement>('[data-first]')?.focus();
  }

  protected override render() {
    return this.field ? this.renderCondition(this.field) : this.renderFields();
  }

  private renderFields() {
    const wanted = this.wanted.toLowerCase();
    const rank = (field: MetaField): number => {
      const at = this.suggested.indexOf(field.id);
      return at < 0 ? 999 : at;
    };
    const fields = this.entity.fields
      .filter((field) => isFilterable(field) && field.label.toLowerCase().includes(wanted))
      .toSorted((one, other) => rank(one) - rank(other));
    return html`<div class="find">
        <input
          class="control"
          data-first
          aria-label=${t('filter.findField')}
          placeholder=${t('filter.findField')}
          .value=${this.wanted}
          @input=${(event: Event) => (this.wanted = (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Enter' || !fields[0]) return;
            // Else the list of comparisons, which has the focus next, would open by it.
            event.preventDefault();
            this.take(fields[0]);
          }}
        />
      </div>
      <div class="fields">
        ${fields.map(
          (field) =>
            html`<button type="button" class="option" @click=${() => this.take(field)}>
              <span class="truncate">${field.label}</span>
            </button>`,
        )}
        ${onlyShown(this.entity)
          .filter(({ label }) => label.toLowerCase().includes(wanted))
          .map(({ label }) => html`<p class="only-shown">${t('filter.onlyShown', { field: label })}</p>`)}
      </div>`;
  }

  private renderCondition(field: MetaField) {
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        this.done();
      }}
    >
      <h3>${field.label}</h3>
      <select
        class="control"
        data-first
        aria-label=${t('filter.operator')}
        @change=${(event: Event) => this.setOperator((event.target as HTMLSelectElement).value as Operator)}
      >
        ${operatorsFor(field).map(
          (each) =>
            html`<option value=${each} ?selected=${each === this.operator}>${t(`operator.${each}`)}</option>`,
        )}
      </select>
      ${needsValue(this.operator) ? this.renderValue(field) : nothing}
      <button class="button primary" ?disabled=${needsValue(this.operator) && isEmptyValue(this.value)}>
        ${t('filter.apply')}
      </button>
    </form>`;
  }

  private renderValue(field: MetaField) {
    const type = shownType(field);
    if (this.operator === 'within') return this.renderPeriods();
    if (type === 'boolean') return this.renderBoolean();
    if (this.operator === 'isOneOf' || ['select', 'relationMany'].includes(type) || field.from !== undefined)
      return this.renderMany(field);
    const isNumber = ['integer', 'decimal', 'money'].includes(type);
    const isTime = type === 'date' || type === 'dateTime';
    return html`<input
      class="control"
      type=${isNumber ? 'number' : isTime ? 'date' : 'text'}
      step="any"
      aria-label=${t('filter.value')}
      .value=${this.value === undefined ? '' : String(this.value)}
      @input=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value;
        this.value = text === '' ? undefined : isNumber ? Number(text) : text;
      }}
    />`;
  }

  private renderPeriods() {
    return html`<select
      class="control"
      aria-label=${t('filter.value')}
      @change=${(event: Event) => (this.value = (event.target as HTMLSelectElement).value)}
    >
      ${periods.map(
        (period) =>
          html`<option value=${period} ?selected=${period === this.value}>${t(`period.${period}`)}</option>`,
      )}
    </select>`;
  }

  private renderBoolean() {
    return html`<select
      class="control"
      aria-label=${t('filter.value')}
      @change=${(event: Event) => (this.value = (event.target as HTMLSelectElement).value === 'true')}
    >
      <option value="true" ?selected=${this.value === true}>${t('value.yes')}</option>
      <option value="false" ?selected=${this.value === false}>${t('value.no')}</option>
    </select>`;
  }

  /** Options as check boxes where there are some, else a picker that gathers what was chosen. */
  private renderMany(field: MetaField) {
    const chosen = (Array.isArray(this.value) ? this.value : []) as (string | Choice)[]; // set below only
    if (field.options)
      return html`<div class="many" role="group" aria-label=${t('filter.value')}>
        ${field.options.map(
          (option) =>
            html`<label class="option">
              <input
                type="checkbox"
                .checked=${chosen.includes(option.value)}
                @change=${() => this.toggle(chosen, option.value)}
              />
              ${option.label}
            </label>`,
        )}
      </div>`;
    return html`${chosen.map(
        (each) =>
          html`<div class="picked">
            <span class="grow truncate"
              >${typeof each === 'string' ? optionLabel(field, each) : each.title}</span
            >
            <button
              type="button"
              class="button ghost square"
              aria-label=${t('action.remove')}
              @click=${() => (this.value = chosen.filter((other) => other !== each))}
            >
              <rl-icon name="x"></rl-icon>
            </button>
          </div>`,
      )}
      <rl-picker
        label=${t('filter.value')}
        .keep=${false}
        .source=${choicesOf(this.meta, field)}
        @change=${(event: CustomEvent<{ value: Choice | null }>) => {
          const choice = event.detail.value;
          if (choice) this.value = [...chosen, { id: choice.id, title: choice.title }];
        }}
      ></rl-picker>`;
  }

  private toggle(chosen: (string | Choice)[], value: string): void {
    this.value = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  }

  private take(field: MetaField): void {
    this.field = field;
    this.setOperator(operatorsFor(field)[0] ?? 'is');
  }

  private setOperator(operator: Operator): void {
    this.operator = operator;
    this.value = operator === 'within' ? 'thisMonth' : undefined;
    if (this.field && shownType(this.field) === 'boolean') this.value = true;
  }

  private done(): void {
    if (!this.field || (needsValue(this.operator) && isEmptyValue(this.value))) return;
    const chip: Chip = { field: this.field.id, operator: this.operator, value: this.value };
    this.dispatchEvent(new CustomEvent('rl-done', { detail: { chip } }));
  }
}
