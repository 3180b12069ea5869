import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { metaContext } from '../context/meta.ts';
import { choicesOf, type Choice } from '../data/choices.ts';
import { t } from '../data/i18n.ts';
import type { Meta, MetaField } from '../data/meta.ts';
import { formatDuration } from '../data/duration.ts';
import { inputNumber, isPercent, readNumber, unitOf } from '../data/number-text.ts';
import { referenceName } from '../data/reference-name.ts';
import { isMoney, isPoint, isReference, isSecret, optionLabel } from '../data/values.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { largeInput } from './large-input.ts';
import { askForRecord, newRecordOffer } from './new-record-offer.ts';
import { optionSelect } from './option-select.ts';
import { fromLocalInput, toLocalInput } from './local-time.ts';
import { readText } from './read-text.ts';
import './rl-many-picker.ts';
import './rl-picker.ts';
import './rl-tag.ts';
import { toneOf } from './tone.ts';

/**
 * The control that edits one field. Fires `change` with `detail.value` as the API writes it, but references as
 * `{id, title}`. `bare` leaves the label to whoever shows it.
 */
@customElement('rl-field-editor')
export class RlFieldEditor extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) field!: MetaField;
  @property({ attribute: false }) value: unknown;
  @property() error = '';
  @property({ type: Boolean }) bare = false;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .check {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: var(--rl-control);
      }
      .with-unit {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: 8px;
      }
      .many {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
      }
      .help {
        margin-top: 4px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      .required {
        color: var(--rl-bad-text);
      }
      .mono {
        font-family: var(--rl-mono);
        font-size: 12px;
      }
    `,
  ];

  protected override render() {
    const { field } = this;
    const control = this.renderControl();
    const error = this.error
      ? html`<p class="field-error" id="error" role="alert">${this.error}</p>`
      : nothing;
    const help = field.help && !this.error ? html`<p class="help">${field.help}</p>` : nothing;
    if (this.bare || field.type === 'boolean') return html`${control}${error}${this.bare ? nothing : help}`;
    return html`<span class="field-label" aria-hidden="true"
        >${field.label}${
          field.required ? html` <span class="required" title=${t('form.required')}>*</span>` : nothing
        }</span
      >${control}${error}${help}`;
  }

  private renderControl(): TemplateResult {
    switch (this.field.type) {
      case 'boolean':
        return this.renderCheck();
      case 'calendar':
      case 'choice':
      case 'select':
        return optionSelect(this.field, {
          value: this.value,
          isInvalid: Boolean(this.error),
          change: (value) => this.emit(value),
        });
      case 'multiSelect':
        return this.renderMany();
      case 'relationMany':
        return this.renderManyPicker();
      case 'relation':
      case 'user':
        return this.renderPicker();
      case 'richText':
      case 'address':
      case 'file':
        return largeInput(this.field, {
          value: this.value,
          isInvalid: Boolean(this.error),
          change: (event) => this.take(event),
        });
      case 'longText':
      case 'json':
        return this.renderTextArea();
      case 'money':
        return this.renderWithUnit(this.currency());
      default:
        return this.renderWithUnit(isPercent(this.field) ? '%' : unitOf(this.field));
    }
  }

  private renderWithUnit(unit: string): TemplateResult {
    const input = this.renderInput(inputTypes[this.field.type] ?? 'text');
    return unit ? html`<div class="with-unit">${input}<span class="muted">${unit}</span></div>` : input;
  }

  private take(event: CustomEvent<{ value: unknown }>): void {
    event.stopPropagation();
    this.emit(event.detail.value);
  }

  private renderInput(type: string): TemplateResult {
    const { field } = this;
    const isNumber = type === 'number';
    return html`<input
      class="control"
      type=${type}
      aria-label=${field.label}
      aria-invalid=${this.error ? 'true' : nothing}
      aria-describedby=${this.error ? 'error' : nothing}
      aria-required=${field.required ? 'true' : nothing}
      step=${isNumber ? (field.type === 'integer' ? '1' : 'any') : nothing}
      maxlength=${!isNumber && field.max && field.type !== 'duration' ? field.max : nothing}
      placeholder=${this.placeholder()}
      autocomplete=${field.type === 'secret' ? 'new-password' : nothing}
      .value=${this.inputText(type)}
      @change=${(event: Event) => this.emit(this.read(type, (event.target as HTMLInputElement).value))}
    />`;
  }

  private placeholder(): string | typeof nothing {
    const { type } = this.field;
    if (type === 'secret') return isSecret(this.value) ? t('form.secret.set') : nothing;
    return type === 'duration' || type === 'geoPoint' ? t(`form.like.${type}`) : nothing;
  }

  private renderTextArea(): TemplateResult {
    const isJson = this.field.type === 'json';
    const text =
      isJson && this.value !== undefined && this.value !== null
        ? JSON.stringify(this.value, null, 2)
        : this.value;
    return html`<textarea
      class="control ${isJson ? 'mono' : ''}"
      aria-label=${this.field.label}
      aria-invalid=${this.error ? 'true' : nothing}
      .value=${String(text ?? '')}
      @change=${(event: Event) => this.emit(readText((event.target as HTMLTextAreaElement).value, isJson))}
    ></textarea>`;
  }

  private renderCheck(): TemplateResult {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${this.value === true}
        @change=${(event: Event) => this.emit((event.target as HTMLInputElement).checked)}
      />
      <span>${this.field.label}</span>
    </label>`;
  }

  private renderMany(): TemplateResult {
    const chosen = new Set(Array.isArray(this.value) ? (this.value as string[]) : []); // option values are texts
    return html`<div class="many" role="group" aria-label=${this.field.label}>
      ${(this.field.options ?? []).map(
        (option) =>
          html`<label class="check">
            <input
              type="checkbox"
              .checked=${chosen.has(option.value)}
              @change=${() => {
                if (!chosen.delete(option.value)) chosen.add(option.value);
                this.emit([...chosen]);
              }}
            />
            <rl-tag tone=${toneOf(option.color)}>${option.label}</rl-tag>
          </label>`,
      )}
    </div>`;
  }

  private renderPicker(): TemplateResult {
    return html`<rl-picker
      .source=${choicesOf(this.meta, this.field)}
      .value=${this.pickerValue()}
      .offer=${this.bare ? undefined : newRecordOffer(this.meta, this.field)}
      label=${this.field.label}
      ?required=${this.field.required}
      ?invalid=${Boolean(this.error)}
      @change=${(event: CustomEvent<{ value: Choice | null }>) => {
        event.stopPropagation();
        const choice = event.detail.value;
        this.emit(choice && { id: choice.id, title: choice.title });
      }}
      @rl-offer=${(event: CustomEvent<{ text: string }>) =>
        askForRecord(this, {
          entity: this.field.entity!,
          title: event.detail.text,
          take: (chosen) => this.emit(chosen),
        })}
    ></rl-picker>`;
  }

  private renderManyPicker(): TemplateResult {
    return html`<rl-many-picker
      .source=${choicesOf(this.meta, this.field)}
      .value=${Array.isArray(this.value) ? this.value.filter(isReference) : []}
      label=${this.field.label}
      ?invalid=${Boolean(this.error)}
      @change=${(event: CustomEvent<{ value: unknown }>) => this.take(event)}
    ></rl-many-picker>`;
  }

  private pickerValue(): Choice | null {
    if (isReference(this.value)) return { id: this.value.id, title: referenceName(this.value) };
    if (typeof this.value !== 'string' || !this.value) return null;
    return { id: this.value, title: optionLabel(this.field, this.value) };
  }

  private inputText(type: string): string {
    if (isMoney(this.value)) return String(this.value.amount);
    // What is there is not shown; what is written takes its place.
    if (isSecret(this.value)) return '';
    if (this.value === null || this.value === undefined) return '';
    if (typeof this.value === 'number' && type === 'number') return inputNumber(this.field, this.value);
    if (Array.isArray(this.value)) return this.value.join(', ');
    if (type === 'datetime-local') return toLocalInput(String(this.value));
    if (this.field.type === 'duration' && typeof this.value === 'number') return formatDuration(this.value);
    if (isPoint(this.value)) return `${this.value.lat}, ${this.value.lng}`;
    return typeof this.value === 'object' ? JSON.stringify(this.value) : String(this.value);
  }

  private read(type: string, text: string): unknown {
    if (text.trim() === '') return null;
    if (this.field.type === 'money') return { amount: text, currency: this.currency() };
    if (this.field.type === 'tags')
      return text
        .split(/[,，]/)
        .map((each) => each.trim())
        .filter(Boolean);
    if (type === 'number') return readNumber(this.field, text);
    return type === 'datetime-local' ? fromLocalInput(text) : text;
  }

  private currency(): string {
    return isMoney(this.value) ? this.value.currency : this.meta.company.currency;
  }

  private emit(value: unknown): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: { value }, bubbles: true }));
  }
}

const inputTypes: Partial<Record<string, string>> = {
  integer: 'number',
  money: 'number',
  decimal: 'number',
  date: 'date',
  dateTime: 'datetime-local',
  email: 'email',
  phone: 'tel',
  url: 'url',
  secret: 'password',
};
