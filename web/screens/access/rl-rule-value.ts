import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { choicesOf, type Choice } from '../../data/choices.ts';
import { t } from '../../data/i18n.ts';
import { shownType, type Meta, type MetaField } from '../../data/meta.ts';
import { me, myTeam } from '../../data/rule.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-field-editor.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-picker.ts';
import { valueWords } from './rule-words.ts';

/** What a test of a rule compares with. Fires `rl-value` with `detail: {value}`. */
@customElement('rl-rule-value')
export class RlRuleValue extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) field!: MetaField;
  @property({ attribute: false }) value: unknown;
  /** Whether several values are gathered. */
  @property({ type: Boolean }) many = false;
  @property() entity = '';

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .many,
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: center;
      }
      .many label {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: var(--rl-control);
      }
      .chips {
        gap: 4px;
        margin-bottom: 4px;
      }
      .chip {
        display: inline-flex;
        align-items: center;
        gap: 2px;
        padding: 0 2px 0 8px;
        border-radius: 10px;
        background: var(--rl-hover);
      }
      .chip button {
        display: grid;
        place-items: center;
        width: 24px;
        height: 24px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--rl-muted);
        cursor: pointer;
      }
      .chip rl-icon {
        width: 12px;
        height: 12px;
      }
    `,
  ];

  protected override render() {
    const type = shownType(this.field);
    if (type === 'boolean') return this.renderBoolean();
    if (type === 'user' || type === 'relation' || type === 'relationMany') return this.renderReferences();
    if (this.field.options) return this.renderChoices(this.field.options);
    if (this.many) return this.renderTexts();
    return html`<rl-field-editor
      bare
      .field=${{ ...this.field, required: true, type: type === 'money' ? 'decimal' : type === 'longText' ? 'text' : type }}
      .value=${this.value}
      @change=${(event: CustomEvent<{ value: unknown }>) => this.emit(event.detail.value ?? undefined)}
    ></rl-field-editor>`;
  }

  private renderBoolean() {
    return html`<select
      class="control"
      aria-label=${this.field.label}
      @change=${(event: Event) => this.emit((event.target as HTMLSelectElement).value === 'true')}
    >
      <option value="true" ?selected=${this.value !== false}>${t('value.yes')}</option>
      <option value="false" ?selected=${this.value === false}>${t('value.no')}</option>
    </select>`;
  }

  private renderChoices(options: NonNullable<MetaField['options']>) {
    const chosen = this.list();
    return html`<div class="many" role="group" aria-label=${this.field.label}>
      ${options.map(
        (option) =>
          html`<label
            ><input
              type="checkbox"
              .checked=${chosen.includes(option.value)}
              @change=${() => this.toggle(option.value)}
            />${option.label}</label
          >`,
      )}
    </div>`;
  }

  private renderTexts() {
    return html`<input
      class="control"
      aria-label=${this.field.label}
      placeholder=${t('access.listPlaceholder')}
      .value=${this.list().map(String).join(', ')}
      @change=${(event: Event) => {
        const texts = (event.target as HTMLInputElement).value.split(/[,，、;]/).map((text) => text.trim());
        this.emit(texts.filter(Boolean));
      }}
    />`;
  }

  /** People may also be "the person" and "their teams", filled in for whoever asks. */
  private renderReferences() {
    const isPerson = shownType(this.field) === 'user';
    const special = isPerson ? [me, myTeam] : [];
    const chosen = this.list();
    const context = { meta: this.meta, entity: this.entity };
    return html`${
        chosen.length > 0
          ? html`<div class="chips">
              ${chosen.map(
                (one) =>
                  html`<span class="chip"
                    >${valueWords(one, this.field, context)}<button
                      type="button"
                      aria-label=${t('access.removeValue', { value: valueWords(one, this.field, context) })}
                      @click=${() => this.put(chosen.filter((other) => other !== one))}
                    >
                      <rl-icon name="x"></rl-icon></button
                  ></span>`,
              )}
            </div>`
          : nothing
      }<rl-picker
        label=${this.field.label}
        .keep=${false}
        .source=${async (search: string): Promise<Choice[]> => [
          ...special
            .map((id) => ({ id, title: valueWords(id, this.field, context) }))
            .filter(({ title }) => title.toLowerCase().includes(search.toLowerCase())),
          ...(await choicesOf(this.meta, this.field)(search)),
        ]}
        @change=${(event: CustomEvent<{ value: Choice | null }>) => {
          event.stopPropagation();
          const choice = event.detail.value;
          if (!choice) return;
          const value = special.includes(choice.id) ? choice.id : { id: choice.id, title: choice.title };
          this.put(this.many ? [...chosen, value] : [value]);
        }}
      ></rl-picker>`;
  }

  private list(): unknown[] {
    if (Array.isArray(this.value)) return this.value;
    return this.value === undefined || this.value === null || this.value === '' ? [] : [this.value];
  }

  private toggle(option: string): void {
    const chosen = this.list();
    this.put(chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option]);
  }

  private put(values: unknown[]): void {
    this.emit(this.many ? values : values[0]);
  }

  private emit(value: unknown): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('rl-value', { detail: { value } }));
  }
}
