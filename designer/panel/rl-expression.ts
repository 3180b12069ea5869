import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-icon.ts';
import '../../web/components/rl-menu.ts';
import { expressionFault } from '../expression/parse-expression.ts';
import type { FieldChoice } from './field-choice.ts';
import { textArea } from './inputs.ts';
import { panelStyles } from './panel-styles.ts';

/** A JSONata expression with a menu of what it can name. Fires `rl-change` with `detail: {value}`. */
@customElement('rl-expression')
export class RlExpression extends LitElement {
  @property() value = '';
  @property() label = '';
  @property() placeholder = '';
  @property({ type: Number }) rows = 1;
  @property({ attribute: false }) choices: FieldChoice[] = [];
  /** Texts that are no JSONata and yet right here, such as ISO durations. */
  @property({ attribute: false }) allows: (value: string) => boolean = () => false;
  @state() private isTouched = false;

  static override styles = [base, buttons, controls, panelStyles];

  protected override render() {
    const fault = this.value.trim() && !this.allows(this.value) ? expressionFault(this.value) : null;
    return html`<div class="line">
        ${textArea({
          value: this.value,
          rows: Math.max(this.rows, Math.min(8, this.value.split('\n').length)),
          label: this.label,
          placeholder: this.placeholder,
          isMono: true,
          change: (value) => this.change(value),
        })}
        ${this.choices.length > 0 ? this.renderMenu() : nothing}
      </div>
      ${fault ? html`<div class="fault" role=${this.isTouched ? 'alert' : nothing}>${fault}</div>` : nothing}`;
  }

  private renderMenu() {
    return html`<rl-menu
      align="end"
      label=${t('designer.expression.insert')}
      .items=${this.choices.map((choice) => ({ id: choice.path, label: choice.label }))}
      @rl-select=${(event: CustomEvent<{ id: string }>) => this.insert(event.detail.id)}
      ><button
        slot="trigger"
        type="button"
        class="button ghost square"
        aria-label=${t('designer.expression.insert')}
        title=${t('designer.expression.insert')}
      >
        <rl-icon name="braces"></rl-icon></button
    ></rl-menu>`;
  }

  private insert(path: string): void {
    const area = this.renderRoot.querySelector('textarea');
    const at = area?.selectionStart ?? this.value.length;
    const value = area?.value ?? this.value;
    this.change(`${value.slice(0, at)}${path}${value.slice(area?.selectionEnd ?? at)}`);
  }

  private change(value: string): void {
    this.isTouched = true;
    this.value = value;
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { value } }));
  }
}
