import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FieldDefinition, LocalText } from '../../../core/entity/definition.ts';
import { metaContext } from '../../context/meta.ts';
import type { ExpressionPreview } from '../../data/entities.ts';
import { entityChoices } from '../../data/entity-choices.ts';
import { t } from '../../data/i18n.ts';
import { ofLocale } from '../../data/local-text.ts';
import type { Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { builderStyles } from './builder-styles.ts';
import { hasMember, type Draft } from './draft.ts';
import './rl-default-editor.ts';
import './rl-formula-editor.ts';
import './rl-local-text.ts';
import './rl-option-editor.ts';
import './rl-rollup-editor.ts';

/** What a field of its type can say beside its name. Fires `rl-draft` with `detail: {part}`. */
@customElement('rl-field-settings')
export class RlFieldSettings extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  @property({ attribute: false }) draft!: Draft;
  /** What it leads to is fixed once it is there. */
  @property({ type: Boolean }) fixed = false;
  /** Formula: an index is offered unless it is known that none can be kept; one that is chosen can be taken back. */
  @state() private isIndexable = true;

  static override styles = [base, controls, builderStyles];

  protected override render() {
    const { draft } = this;
    const has = (name: string): boolean => hasMember(draft.type, name);
    return html`<div class="stack">
      ${has('entity') ? this.renderRelation() : nothing} ${has('from') ? this.renderSource() : nothing}
      ${
        has('options')
          ? html`<rl-option-editor
              .options=${(draft.options ?? []).filter((option) => !option.isRetired)}
              @rl-options=${(event: CustomEvent<{ options: FieldDefinition['options'] }>) =>
                this.set({ options: event.detail.options })}
            ></rl-option-editor>`
          : nothing
      }
      ${
        has('expression')
          ? html`<rl-formula-editor
              entity=${this.entity}
              .draft=${draft}
              @rl-draft=${(event: CustomEvent<{ part: Partial<Draft> }>) => this.set(event.detail.part)}
              @rl-preview=${(event: CustomEvent<{ preview?: ExpressionPreview }>) =>
                (this.isIndexable = event.detail.preview?.isIndexable ?? true)}
            ></rl-formula-editor>`
          : nothing
      }
      ${
        has('rollup')
          ? html`<rl-rollup-editor
              entity=${this.entity}
              .rollup=${draft.rollup}
              @rl-rollup=${(event: CustomEvent<{ rollup: FieldDefinition['rollup'] }>) =>
                this.set({ rollup: event.detail.rollup })}
            ></rl-rollup-editor>`
          : nothing
      }
      ${has('prefix') ? this.renderNumbering() : nothing} ${this.renderRange()}
      ${this.isNumber() ? this.renderUnit() : nothing} ${has('accept') ? this.renderFile() : nothing}
      ${
        has('default') || has('defaultExpression')
          ? html`<rl-default-editor
              entity=${this.entity}
              .draft=${draft}
              @rl-draft=${(event: CustomEvent<{ part: Partial<Draft> }>) => this.set(event.detail.part)}
            ></rl-default-editor>`
          : nothing
      }
      <div class="line">
        ${has('required') ? this.renderCheck('required', t('entities.field.required')) : nothing}
        ${has('unique') ? this.renderCheck('unique', t('entities.field.unique')) : nothing}
      </div>
      ${has('isIndexed') && (this.isIndexable || draft.isIndexed) ? this.renderCheck('isIndexed', t('entities.field.isIndexed')) : nothing}
      ${has('isFindable') ? this.renderCheck('isFindable', t('entities.field.isFindable')) : nothing}
    </div>`;
  }

  private renderSource() {
    return html`<label class="field"
      ><span class="field-label">${t('entities.field.from')}</span>
      <select
        class="control"
        @change=${(event: Event) => this.set({ from: (event.target as HTMLSelectElement).value })}
      >
        <option value="">${t('form.choose')}</option>
        ${this.meta.choices.map(
          ({ id, label }) => html`<option value=${id} ?selected=${id === this.draft.from}>${label}</option>`,
        )}
      </select></label
    >`;
  }

  private renderRelation() {
    const { draft } = this;
    return html`<label class="field"
        ><span class="field-label">${t('entities.field.target')}</span>
        <select
          class="control"
          @change=${(event: Event) => this.set({ entity: (event.target as HTMLSelectElement).value })}
        >
          ${this.fixed ? nothing : html`<option value="">${t('form.choose')}</option>`}
          ${entityChoices(this.meta, 'one', this.targets()).map(
            ({ value, label }) =>
              html`<option value=${value} ?selected=${value === draft.entity}>${label}</option>`,
          )}
        </select>
        ${this.fixed ? html`<p class="hint">${t('entities.field.targetFixed')}</p>` : nothing}</label
      >
      <label class="field"
        ><span class="field-label">${t('entities.field.onDelete')}</span>
        <select
          class="control"
          @change=${(event: Event) =>
            // The options below are the two.
            this.set({ onDelete: (event.target as HTMLSelectElement).value as 'clear' | 'restrict' })}
        >
          ${(['clear', 'restrict'] as const).map(
            (one) =>
              html`<option value=${one} ?selected=${one === (draft.onDelete ?? 'clear')}>
                ${t(`entities.field.onDelete.${one}${one === 'clear' && draft.type === 'relationMany' ? 'Many' : ''}`)}
              </option>`,
          )}
        </select></label
      >
      <rl-local-text
        label=${t('entities.field.reverseLabel')}
        placeholder=${t('entities.field.reverseLabelHelp')}
        .value=${draft.reverseLabel}
        @rl-text=${(event: CustomEvent<{ value: LocalText }>) => this.set({ reverseLabel: event.detail.value })}
      ></rl-local-text>`;
  }

  private targets(): Meta['entities'] {
    const { entities } = this.meta;
    return this.fixed ? entities.filter(({ id }) => id === this.draft.entity) : entities;
  }

  private renderNumbering() {
    const { draft } = this;
    const number = String(draft.start ?? 1).padStart(draft.digits ?? 1, '0');
    return html`<div class="two">
        ${this.renderText('prefix', t('entities.field.prefix'))}
        ${this.renderNumber('digits', t('entities.field.digits'), 1)}
      </div>
      ${this.fixed ? nothing : this.renderNumber('start', t('entities.field.start'), 0)}
      <p class="hint">${t('entities.field.example', { value: `${draft.prefix ?? ''}${number}` })}</p>`;
  }

  private renderRange() {
    const { type } = this.draft;
    if (type === 'file') return nothing;
    const parts: TemplateResult[] = [];
    if (hasMember(type, 'min')) parts.push(this.renderNumber('min', t('entities.field.min')));
    if (hasMember(type, 'max'))
      parts.push(
        this.renderNumber(
          'max',
          t(hasMember(type, 'min') ? 'entities.field.max' : 'entities.field.maxLength'),
        ),
      );
    if (hasMember(type, 'scale')) parts.push(this.renderNumber('scale', t('entities.field.scale'), 0));
    return parts.length === 0 ? nothing : html`<div class="two">${parts}</div>`;
  }

  private isNumber(): boolean {
    const { type, result } = this.draft;
    return ['integer', 'decimal'].includes(type === 'formula' ? (result?.type ?? 'decimal') : type);
  }

  private renderUnit() {
    const { draft } = this;
    const isShare = draft.format === 'percent';
    return html`${
      isShare
        ? nothing
        : html`<rl-local-text
            label=${t('entities.field.unit')}
            placeholder=${t('entities.field.unitHelp')}
            .value=${draft.unit}
            @rl-text=${(event: CustomEvent<{ value: LocalText }>) =>
              this.set({ unit: Object.keys(event.detail.value).length > 0 ? event.detail.value : undefined })}
          ></rl-local-text>`
    }
    ${
      draft.type === 'integer'
        ? nothing
        : html`<label class="check"
            ><input
              type="checkbox"
              .checked=${isShare}
              @change=${() => this.set({ format: isShare ? undefined : 'percent', unit: undefined })}
            />${t('entities.field.percent')}</label
          >`
    }`;
  }

  private renderFile() {
    return html`<label class="field"
        ><span class="field-label">${t('entities.field.accept')}</span>
        <input
          class="control"
          placeholder=${t('entities.field.acceptHelp')}
          .value=${(this.draft.accept ?? []).join(', ')}
          @change=${(event: Event) =>
            this.set({
              accept: (event.target as HTMLInputElement).value
                .split(',')
                .map((one) => one.trim())
                .filter(Boolean),
            })}
      /></label>
      ${this.renderNumber('max', t('entities.field.maxMegabytes'), 1)}`;
  }

  private renderCheck(name: 'required' | 'unique' | 'isFindable' | 'isIndexed', label: string) {
    return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${this.draft[name] ?? false}
        @change=${(event: Event) => this.set({ [name]: (event.target as HTMLInputElement).checked })}
      />${label}</label
    >`;
  }

  private renderText(name: 'prefix', label: string) {
    return html`<label class="field"
      ><span class="field-label">${label}</span>
      <input
        class="control"
        maxlength="20"
        .value=${this.draft[name] ?? ''}
        @input=${(event: Event) => this.set({ [name]: (event.target as HTMLInputElement).value })}
    /></label>`;
  }

  private renderNumber(name: 'min' | 'max' | 'scale' | 'digits' | 'start', label: string, least?: number) {
    return html`<label class="field"
      ><span class="field-label">${label}</span>
      <input
        class="control"
        type="number"
        min=${least ?? nothing}
        .value=${String(this.draft[name] ?? '')}
        @input=${(event: Event) => {
          const text = (event.target as HTMLInputElement).value;
          this.set({ [name]: text === '' ? undefined : Number(text) });
        }}
    /></label>`;
  }

  private set(part: Partial<Draft>): void {
    this.dispatchEvent(new CustomEvent('rl-draft', { detail: { part } }));
  }
}

export const choiceLabel = (field: { id: string; label?: FieldDefinition['label'] }): string =>
  ofLocale(field.label, field.id);
