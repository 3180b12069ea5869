import { LitElement, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-icon.ts';
import type { SchemaField } from '../moddle/schema-fields.ts';
import type { TaskBinding } from '../moddle/task-binding.ts';
import { textInput } from './inputs.ts';
import { panelStyles } from './panel-styles.ts';

type Output = TaskBinding['outputs'][number];

/** What is kept of a task's answer, as variables. Fires `rl-change` with `detail: {outputs}`. */
@customElement('rl-output-editor')
export class RlOutputEditor extends LitElement {
  @property({ attribute: false }) outputs: Output[] = [];
  /** What the answer holds. */
  @property({ attribute: false }) answers: SchemaField[] = [];
  /** A row without a variable yet is not written. */
  @state() private added: Output | null = null;

  static override styles = [base, buttons, controls, panelStyles];

  protected override render() {
    const rows = this.added ? [...this.outputs, this.added] : this.outputs;
    return html`<div class="stack">
      <datalist id="answers">
        ${this.answers.map((answer) => html`<option value=${answer.name}>${answer.label}</option>`)}
      </datalist>
      ${rows.map((output, index) => this.renderRow(output, index))}
      <div>
        <button type="button" class="button ghost" @click=${this.add}>
          <rl-icon name="plus"></rl-icon>${t('designer.task.addOutput')}
        </button>
      </div>
    </div>`;
  }

  private renderRow(output: Output, index: number) {
    return html`<div class="line">
      ${textInput({
        value: output.value,
        label: t('designer.task.answer'),
        placeholder: t('designer.task.answer'),
        isMono: true,
        list: 'answers',
        change: (value) => this.change(index, { ...output, value }),
      })}
      <span class="muted" aria-hidden="true">→</span>
      ${textInput({
        value: output.variable,
        label: t('designer.task.variable'),
        placeholder: t('designer.task.variable'),
        isMono: true,
        change: (variable) => this.change(index, { ...output, variable }),
      })}
      <button
        type="button"
        class="button ghost square"
        aria-label=${t('designer.task.removeOutput')}
        title=${t('designer.task.removeOutput')}
        @click=${() => this.write(this.outputs.filter((_, at) => at !== index))}
      >
        <rl-icon name="x"></rl-icon>
      </button>
    </div>`;
  }

  private add(): void {
    const answer = this.answers[this.outputs.length]?.name ?? '';
    this.added = { value: answer, variable: '' };
    if (answer) this.change(this.outputs.length, { value: answer, variable: answer });
  }

  private change(index: number, output: Output): void {
    if (!output.variable) {
      if (index >= this.outputs.length) this.added = output;
      return;
    }
    const rows = this.added ? [...this.outputs, this.added] : this.outputs;
    this.write(rows.map((each, at) => (at === index ? output : each)));
  }

  private write(outputs: Output[]): void {
    this.added = null;
    this.dispatchEvent(
      new CustomEvent('rl-change', { detail: { outputs: outputs.filter((each) => each.variable) } }),
    );
  }
}
