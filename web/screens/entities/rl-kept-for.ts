import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { KeptFor } from '../../../core/entity/definition.ts';
import type { BuilderEntity } from '../../data/entities.ts';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { builderStyles } from './builder-styles.ts';
import { choiceLabel } from './rl-field-settings.ts';

const usualDays = 365;

/** How long records are kept, and from which date on. Fires `rl-kept` with `detail: {value}`, null for good. */
@customElement('rl-kept-for')
export class RlKeptFor extends LitElement {
  @property({ attribute: false }) entity!: BuilderEntity;
  @property({ attribute: false }) value: KeptFor | null = null;

  static override styles = [base, controls, builderStyles];

  protected override render() {
    const { value } = this;
    const dates = this.entity.fields.filter(({ type }) => type === 'date' || type === 'dateTime');
    const choices = [
      { id: 'createdAt', label: t('entities.kept.created') },
      { id: 'updatedAt', label: t('entities.kept.updated') },
      ...dates.map((field) => ({
        id: field.id,
        label: t('entities.kept.field', { field: choiceLabel(field) }),
      })),
    ];
    return html`<div class=${value ? 'two' : ''}>
        <label class="field"
          ><span class="field-label">${t('entities.kept.label')}</span>
          <select class="control" @change=${this.choose}>
            <option value="" ?selected=${!value}>${t('entities.kept.forever')}</option>
            ${choices.map(
              ({ id, label }) => html`<option value=${id} ?selected=${id === value?.after}>${label}</option>`,
            )}
          </select></label
        >
        ${
          value
            ? html`<label class="field"
                ><span class="field-label">${t('entities.kept.days')}</span>
                <input
                  class="control"
                  type="number"
                  min="1"
                  max="36525"
                  .value=${String(value.days)}
                  @input=${(event: Event) =>
                    this.fire({ ...value, days: Number((event.target as HTMLInputElement).value) })}
              /></label>`
            : nothing
        }
      </div>
      <p class="hint">${t(value ? 'entities.kept.help' : 'entities.kept.foreverHelp')}</p>`;
  }

  private readonly choose = (event: Event): void => {
    const after = (event.target as HTMLSelectElement).value;
    this.fire(after ? { days: this.value?.days ?? usualDays, after } : null);
  };

  private fire(value: KeptFor | null): void {
    this.dispatchEvent(new CustomEvent('rl-kept', { detail: { value } }));
  }
}
