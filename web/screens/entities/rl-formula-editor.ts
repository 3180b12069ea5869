import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FieldDefinition, FieldType } from '../../../core/entity/definition.ts';
import '../../calculation/rl-calculation.ts';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { operandScope } from '../../expression/field-scope.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { builderStyles } from './builder-styles.ts';
import type { Draft } from './draft.ts';
import './rl-expression-field.ts';

const resultTypes: FieldType[] = [
  'text',
  'integer',
  'decimal',
  'money',
  'boolean',
  'date',
  'dateTime',
  'duration',
];

type Result = NonNullable<FieldDefinition['result']>;

/** A formula in words or as it is written, and what it gives. Fires `rl-draft` with `detail: {part}` and `rl-preview` with `detail: {preview}`. */
@customElement('rl-formula-editor')
export class RlFormulaEditor extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  @property({ attribute: false }) draft!: Draft;

  static override styles = [base, controls, builderStyles];

  protected override render() {
    const { draft } = this;
    const result = draft.result ?? { type: 'decimal' };
    return html`<div class="stack">
      <rl-calculation
        .value=${draft.expression ?? ''}
        .scope=${operandScope(this.meta, this.entity, draft.id)}
        @rl-calculation=${(event: CustomEvent<{ value: string; result: Result }>) =>
          this.set({ expression: event.detail.value, result: event.detail.result })}
      ></rl-calculation>
      <rl-expression-field
        entity=${this.entity}
        kind="formula"
        label=${t('entities.field.formula')}
        help=${t('entities.field.formulaHelp')}
        .value=${draft.expression ?? ''}
        .result=${result}
        @rl-expression=${(event: CustomEvent<{ value: string }>) =>
          this.set({ expression: event.detail.value, result })}
        @rl-preview=${(event: CustomEvent) =>
          this.dispatchEvent(new CustomEvent('rl-preview', { detail: event.detail }))}
      ></rl-expression-field>
      <label class="field"
        ><span class="field-label">${t('entities.field.result')}</span>
        <select
          class="control"
          @change=${(event: Event) =>
            // The options are field types.
            this.set({ result: { type: (event.target as HTMLSelectElement).value as FieldType } })}
        >
          ${resultTypes.map(
            (type) =>
              html`<option value=${type} ?selected=${type === result.type}>
                ${t(`fieldType.${type}`)}
              </option>`,
          )}
        </select></label
      >
      ${result.type === 'money' ? html`<p class="hint">${t('entities.field.formulaMoney')}</p>` : nothing}
    </div>`;
  }

  private set(part: Partial<Draft>): void {
    this.dispatchEvent(new CustomEvent('rl-draft', { detail: { part } }));
  }
}
