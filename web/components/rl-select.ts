import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';

export interface SelectChoice {
  value: string;
  label: string;
  isDisabled?: boolean;
}

/** A choice of one among few: the native control, which phones show best. Fires `change` with `detail.value`. */
@customElement('rl-select')
export class RlSelect extends LitElement {
  @property({ attribute: false }) options: SelectChoice[] = [];
  @property() value = '';
  @property() label = '';
  /** Shown for no value; when absent a value must be chosen. */
  @property() placeholder = '';
  /** Shown for a value that is none of the options, such as a field that is gone. */
  @property() unlisted = '';
  @property({ type: Boolean }) disabled = false;
  @property({ type: Boolean }) invalid = false;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
    `,
  ];

  protected override render() {
    return html`<select
      class="control"
      aria-label=${this.label || nothing}
      aria-invalid=${this.invalid ? 'true' : nothing}
      ?disabled=${this.disabled}
      .value=${live(this.value)}
      @change=${this.onChange}
    >
      ${this.placeholder ? html`<option value="">${this.placeholder}</option>` : nothing}
      ${this.isUnlisted() ? html`<option value=${this.value} selected>${this.unlisted}</option>` : nothing}
      ${this.options.map(
        (option) =>
          html`<option
            value=${option.value}
            ?selected=${option.value === this.value}
            ?disabled=${option.isDisabled ?? false}
          >
            ${option.label}
          </option>`,
      )}
    </select>`;
  }

  private isUnlisted(): boolean {
    return (
      this.unlisted !== '' && this.value !== '' && !this.options.some(({ value }) => value === this.value)
    );
  }

  private onChange(event: Event): void {
    event.stopPropagation();
    // The listener sits on the select itself.
    this.value = (event.target as HTMLSelectElement).value;
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this.value }, bubbles: true }));
  }
}
