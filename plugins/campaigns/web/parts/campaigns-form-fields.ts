import { consume } from '@lit/context';
import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons, controls, entityOf, metaContext, t, type Meta } from '../../../../web/index.ts';
import type { KnownField } from '../../models/form/shown-form.ts';
import type { FormDefinition } from '../../models/form/definition.ts';
import { formStyles } from './form-styles.ts';

type Fields = FormDefinition['fields'];

/** What a form asks for, in its order. Fires `rl-change` with all fields. */
@customElement('campaigns-form-fields')
export class CampaignsFormFields extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) fields: Fields = [];
  @property({ attribute: false }) known: readonly KnownField[] = [];

  static override styles = [base, buttons, controls, formStyles];

  protected override render() {
    const rest = this.known.filter(({ id }) => !this.fields.some(({ field }) => field === id));
    return html`<h3>${t('form.fields')}</h3>
      ${this.fields.map((row, index) => this.renderRow(row, index))}
      <div class="adds">
        <select
          class="control"
          aria-label=${t('form.addField')}
          @change=${(event: Event) => {
            // The cast: the listener stands on this select, which then asks for the next.
            const select = event.target as HTMLSelectElement;
            const { value } = select;
            select.value = '';
            this.tell([...this.fields, { field: value, isRequired: false }]);
          }}
        >
          <option value="">${t('form.addField')}</option>
          ${rest.map(({ id, label }) => html`<option value=${id}>${label}</option>`)}
        </select>
      </div>`;
  }

  private renderRow({ field, isRequired }: Fields[number], index: number) {
    const known = this.known.find(({ id }) => id === field);
    const label = known?.label ?? entityOf(this.meta, 'contact')?.removed?.[field] ?? field;
    // Without an address nobody could be told apart, nor agree to anything.
    const isFixed = field === 'email';
    return html`<div class="row">
      <span class="truncate">${label}</span>
      ${known ? this.renderRequired(index, isRequired || known.required, isFixed || known.required) : html`<rl-tag tone="bad">${t('form.fieldGone')}</rl-tag>`}
      <button
        type="button"
        class="button ghost square"
        aria-label=${t('form.up', { name: label })}
        ?disabled=${index === 0}
        @click=${() => this.move(index)}
      >
        <rl-icon name="arrow-up"></rl-icon>
      </button>
      <button
        type="button"
        class="button ghost square"
        aria-label=${t('form.down', { name: label })}
        ?disabled=${index === this.fields.length - 1}
        @click=${() => this.move(index + 1)}
      >
        <rl-icon name="arrow-down"></rl-icon>
      </button>
      <button
        type="button"
        class="button ghost square"
        aria-label=${t('form.remove', { name: label })}
        ?disabled=${isFixed}
        @click=${() => this.tell(this.fields.filter((_, place) => place !== index))}
      >
        <rl-icon name="x"></rl-icon>
      </button>
    </div>`;
  }

  private renderRequired(index: number, isRequired: boolean, isFixed: boolean) {
    return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${isRequired}
        ?disabled=${isFixed}
        @change=${(event: Event) => this.require(index, (event.target as HTMLInputElement).checked)}
      />${t('form.required')}</label
    >`;
  }

  private require(index: number, isRequired: boolean): void {
    this.tell(this.fields.map((row, place) => (place === index ? { ...row, isRequired } : row)));
  }

  /** One place up. */
  private move(index: number): void {
    const next = [...this.fields];
    next.splice(index - 1, 0, ...next.splice(index, 1));
    this.tell(next);
  }

  private tell(fields: Fields): void {
    this.dispatchEvent(new CustomEvent('rl-change', { detail: fields }));
  }
}
