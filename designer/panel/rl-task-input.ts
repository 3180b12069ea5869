import { LitElement, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import { readTextLiteral, writeLiteral } from '../condition/literal.ts';
import type { SchemaField } from '../moddle/schema-fields.ts';
import type { FieldChoice } from './field-choice.ts';
import { choiceInput, textInput } from './inputs.ts';
import { panelStyles } from './panel-styles.ts';
import './rl-expression.ts';

/**
 * One input of a task: plain where it can be (a choice, a text, a number), an expression where it must be.
 * Its value is JSONata always. Fires `rl-change` with `detail: {value}`.
 */
@customElement('rl-task-input')
export class RlTaskInput extends LitElement {
  @property({ attribute: false }) field!: SchemaField;
  @property() value = '';
  @property() subject = '';
  @property({ attribute: false }) choices: FieldChoice[] = [];
  @state() private isExpression: boolean | undefined;

  static override styles = [base, buttons, controls, panelStyles];

  protected override render() {
    const isPlain = this.hasPlainForm() && this.isPlainValue();
    if (this.isExpression ?? !isPlain) return this.renderExpression();
    return html`<div class="line">
      ${this.renderPlain()}
      <button
        type="button"
        class="button ghost square mono"
        aria-label=${t('designer.task.useExpression')}
        title=${t('designer.task.useExpression')}
        @click=${() => (this.isExpression = true)}
      >
        fx
      </button>
    </div>`;
  }

  private renderPlain() {
    const { field, value } = this;
    if (field.choices.length > 0) {
      return choiceInput({
        value: readTextLiteral(value) ?? '',
        label: field.label,
        none: t(field.isRequired ? 'designer.task.choose' : 'designer.none'),
        choices: field.choices.map((choice) => ({ value: choice, label: this.choiceLabel(choice) })),
        change: (chosen) => this.change(chosen ? writeLiteral(chosen) : ''),
      });
    }
    if (field.type === 'boolean') {
      return choiceInput({
        value: value.trim(),
        label: field.label,
        none: t('designer.none'),
        choices: ['true', 'false'].map((each) => ({ value: each, label: t(`designer.value.${each}`) })),
        change: (chosen) => this.change(chosen),
      });
    }
    return textInput({
      value: readTextLiteral(value) ?? value,
      label: field.label,
      type: field.type === 'number' ? 'number' : 'text',
      change: (text) => this.change(text === '' || field.type === 'number' ? text : writeLiteral(text)),
    });
  }

  private renderExpression() {
    return html`<rl-expression
        .value=${this.value}
        .choices=${this.choices}
        label=${this.field.label}
        placeholder=${this.looksLikeRecord() ? '$subject.id' : '$subject.…'}
        @rl-change=${(event: CustomEvent<{ value: string }>) => this.change(event.detail.value)}
      ></rl-expression>
      ${
        this.hasPlainForm() && this.isPlainValue()
          ? html`<button type="button" class="button link" @click=${() => (this.isExpression = false)}>
              ${t('designer.task.usePlain')}
            </button>`
          : ''
      }`;
  }

  /** The words of an option of the subject with this value, where there is one. */
  private choiceLabel(choice: string): string {
    const options = this.choices.flatMap((each) => each.options);
    return options.find((option) => option.value === choice)?.label ?? choice;
  }

  private hasPlainForm(): boolean {
    const { field } = this;
    if (field.choices.length > 0 || field.type === 'boolean' || field.type === 'number') return true;
    return field.type === 'text' && !this.looksLikeRecord();
  }

  private isPlainValue(): boolean {
    const value = this.value.trim();
    if (value === '') return true;
    if (this.field.type === 'number') return /^-?\d+(\.\d+)?$/.test(value);
    if (this.field.type === 'boolean') return value === 'true' || value === 'false';
    return readTextLiteral(value) !== null;
  }

  private looksLikeRecord(): boolean {
    return this.field.entity !== '' || (this.subject !== '' && this.field.name === this.subject);
  }

  private change(value: string): void {
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { value } }));
  }
}
