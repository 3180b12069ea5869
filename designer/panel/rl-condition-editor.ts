import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-icon.ts';
import type { Condition, ConditionRow } from '../condition/condition.ts';
import { readCondition } from '../condition/read-condition.ts';
import { operatorsFor, startValue } from '../condition/suits.ts';
import { writeCondition } from '../condition/write-condition.ts';
import { conditionValue } from './condition-value.ts';
import type { ScopeName } from '../../web/expression/scope.ts';
import '../../web/expression/rl-field-tree.ts';
import '../../web/expression/rl-live-value.ts';
import { valueAt, type ExpressionScope } from '../../web/expression/scope.ts';
import { choiceInput } from './inputs.ts';
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
  /** Rows not yet complete enough to be written. */
  @state() private pending: Condition | null = null;
  @state() private isExpression = false;

  static override styles = [base, buttons, controls, panelStyles];

  protected override render() {
    const condition = this.pending ?? readCondition(this.value);
    if (this.isExpression || !condition) return this.renderExpression(condition !== null);
    return html`<div class="stack">
      ${condition.rows.map((row, index) => this.renderRow(condition, row, index))}
      <div class="line">
        <button type="button" class="button ghost" @click=${() => this.add(condition)}>
          <rl-icon name="plus"></rl-icon>${t('designer.condition.add')}
        </button>
        <span class="grow"></span>
        ${this.renderSwitch(t('designer.condition.asExpression'), true)}
      </div>
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

  private renderRow(condition: Condition, row: ConditionRow, index: number) {
    const found = row.path === '' ? undefined : valueAt(this.scope(), row.path);
    const change = (changed: Partial<ConditionRow>): void =>
      this.apply({
        ...condition,
        rows: condition.rows.map((each, at) => (at === index ? { ...each, ...changed } : each)),
      });
    return html`${index > 0 ? this.renderJoin(condition) : nothing}
      <div class="card">
        <div class="line">
          <rl-field-tree
            class="grow"
            .scope=${this.scope()}
            label=${t('designer.condition.field')}
            placeholder=${t('designer.condition.chooseField')}
            shown=${row.path === '' ? nothing : (found?.trail.join(' › ') ?? row.path)}
            has-value
            @rl-choose=${(event: CustomEvent<{ path: string }>) =>
              change(startValue(event.detail.path, valueAt(this.scope(), event.detail.path)))}
          ></rl-field-tree>
          <button
            type="button"
            class="button ghost square"
            aria-label=${t('designer.condition.remove')}
            title=${t('designer.condition.remove')}
            @click=${() => this.apply({ ...condition, rows: condition.rows.filter((_, at) => at !== index) })}
          >
            <rl-icon name="x"></rl-icon>
          </button>
        </div>
        <div class="line">
          ${choiceInput({
            value: row.operator,
            label: t('designer.condition.operator'),
            choices: operatorsFor(found?.type, row.operator).map((operator) => ({
              value: operator,
              label: t(`designer.operator.${operator}`),
            })),
            change: (operator) => change({ operator: operator as ConditionRow['operator'] }), // One of the choices.
          })}
          ${conditionValue({ row, choice: found, change: (value) => change({ value }) })}
        </div>
      </div>`;
  }

  private renderJoin(condition: Condition) {
    return choiceInput({
      value: condition.join,
      label: t('designer.condition.join'),
      choices: (['and', 'or'] as const).map((value) => ({ value, label: t(`designer.condition.${value}`) })),
      change: (join) => this.apply({ ...condition, join: join === 'or' ? 'or' : 'and' }),
    });
  }

  private scope(): ExpressionScope {
    return { meta: this.meta, names: this.choices, isOpen: true };
  }

  private add(condition: Condition): void {
    this.pending = { ...condition, rows: [...condition.rows, { path: '', operator: 'is', value: '' }] };
  }

  private apply(condition: Condition): void {
    this.pending = condition.rows.some((row) => row.path === '') ? condition : null;
    this.write(writeCondition(condition));
  }

  private write(value: string): void {
    if (value === this.value) return this.requestUpdate();
    this.value = value;
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { value } }));
  }
}
