import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import type { NewField } from '../../data/entities.ts';
import { t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';

const types = [
  'text',
  'longText',
  'integer',
  'decimal',
  'money',
  'boolean',
  'date',
  'dateTime',
  'select',
  'email',
  'phone',
  'url',
  'user',
  'relation',
] as const;

/** One field to be made. Fires `rl-field` with `detail: {field}` at each change. */
@customElement('rl-new-field')
export class RlNewField extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) field!: NewField;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: 1.2fr 1fr 1fr;
        gap: 8px;
      }
      .wide {
        grid-column: 1 / -1;
      }
      @media (max-width: 720px) {
        :host {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  protected override render() {
    const { field } = this;
    return html`${this.renderText('label', t('entities.fieldLabel'), field.label)}
      ${this.renderText('id', t('entities.id'), field.id)}
      <select
        class="control"
        aria-label=${t('entities.fieldType')}
        @change=${(event: Event) =>
          // The options below are the types.
          this.change({ type: (event.target as HTMLSelectElement).value as NewField['type'] })}
      >
        ${types.map(
          (type) =>
            html`<option value=${type} ?selected=${type === field.type}>${t(`fieldType.${type}`)}</option>`,
        )}
      </select>
      ${field.type === 'select' ? this.renderChoices() : nothing}
      ${field.type === 'relation' ? this.renderTarget() : nothing}`;
  }

  private renderText(name: 'label' | 'id', label: string, value: string) {
    return html`<input
      class="control"
      aria-label=${label}
      placeholder=${label}
      required
      .value=${value}
      @input=${(event: Event) => this.change({ [name]: (event.target as HTMLInputElement).value })}
    />`;
  }

  private renderChoices() {
    return html`<textarea
      class="control wide"
      aria-label=${t('entities.options')}
      placeholder=${t('entities.options')}
      @input=${(event: Event) => {
        const lines = (event.target as HTMLTextAreaElement).value.split('\n').map((line) => line.trim());
        this.change({ options: lines.filter(Boolean) });
      }}
    ></textarea>`;
  }

  private renderTarget() {
    return html`<select
      class="control wide"
      aria-label=${t('entities.target')}
      @change=${(event: Event) => this.change({ entity: (event.target as HTMLSelectElement).value })}
    >
      <option value="">${t('entities.target')}</option>
      ${this.meta.entities.map((entity) => html`<option value=${entity.id}>${entity.label.one}</option>`)}
    </select>`;
  }

  private change(part: Partial<NewField>): void {
    this.dispatchEvent(new CustomEvent('rl-field', { detail: { field: { ...this.field, ...part } } }));
  }
}
