import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { readCondition } from '../../web/condition/read-condition.ts';
import '../../web/condition/rl-condition-rows.ts';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import '../../web/expression/rl-live-value.ts';
import type { ScopeName } from '../../web/expression/scope.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import { panelStyles } from './panel-styles.ts';
import './rl-expression.ts';

/**
 * A condition as rows of field, operator and value, with the expression they make; or the expression alone
 * when it says more than rows can. Fires `rl-change` with `detail: {value}`, the JSONata.
 */
@customElement('rl-condition-editor')
export class RlConditionEditor extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() value = '';
  @property({ attribute: false }) choices: ScopeName[] = [];
  @state() private isExpression = false;

  static override styles = [base, buttons, controls, panelStyles];

  protected override render() {
    const canBuild = readCondition(this.value) !== null;
    if (this.isExpression || !canBuild) return this.renderExpression(canBuild);
    return html`<div class="stack">
      <rl-condition-rows
        guarded
        .value=${this.value}
        .scope=${{ meta: this.meta, names: this.choices, isOpen: true }}
        @rl-change=${(event: CustomEvent<{ value: string }>) => this.write(event.detail.value)}
        >${this.renderSwitch(t('designer.condition.asExpression'), true)}</rl-condition-rows
      >
      ${this.value ? this.renderSentence() : nothing}
    </div>`;
  }

  private renderSentence() {
    const names = new Map(this.choices.map(({ name, entity = '' }) => [name, entity]));
    return html`<div class="sentence">
      ${this.value}<rl-live-value
        .meta=${this.meta}
        .source=${this.value}
        entity=${names.get('$record') || names.get('$subject') || ''}
      ></rl-live-value>
    </div>`;
  }

  private renderExpression(canBuild: boolean) {
    return html`<div class="stack">
      <rl-expression
        rows="2"
        .value=${this.value}
        .choices=${this.choices}
        label=${t('designer.condition.expression')}
        placeholder="$subject.amount > 20000"
        @rl-change=${(event: CustomEvent<{ value: string }>) => this.write(event.detail.value)}
      ></rl-expression>
      <div class="line">
        ${canBuild ? this.renderSwitch(t('designer.condition.asRows'), false) : html`<span class="help">${t('designer.condition.tooRich')}</span>`}
      </div>
    </div>`;
  }

  private renderSwitch(label: string, isExpression: boolean) {
    return html`<button type="button" class="button link" @click=${() => (this.isExpression = isExpression)}>
      ${label}
    </button>`;
  }

  private write(value: string): void {
    if (value === this.value) return this.requestUpdate();
    this.value = value;
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { value } }));
  }
}
