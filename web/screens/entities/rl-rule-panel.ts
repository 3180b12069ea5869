import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { LocalText, ValidationRule } from '../../../core/entity/definition.ts';
import { readCondition } from '../../condition/read-condition.ts';
import '../../condition/rl-condition-rows.ts';
import { metaContext } from '../../context/meta.ts';
import type { BuilderEntity, EntityChange, Operation } from '../../data/entities.ts';
import { t } from '../../data/i18n.ts';
import { freeName, ofLocale } from '../../data/local-text.ts';
import type { Meta } from '../../data/meta.ts';
import { fieldScope } from '../../expression/field-scope.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import { builderStyles } from './builder-styles.ts';
import type { RlChangeReview } from './rl-change-review.ts';
import './rl-change-review.ts';
import './rl-expression-field.ts';
import { choiceLabel } from './rl-field-settings.ts';
import './rl-local-text.ts';
import './rl-side-panel.ts';

/** What may stand in a unique rule. */
const comparable = [
  ...['text', 'integer', 'decimal', 'money', 'boolean', 'date', 'dateTime', 'duration', 'select'],
  ...['email', 'phone', 'url', 'user', 'relation', 'autoNumber'],
];

/** Makes or changes a validation rule or a unique rule. Fires `rl-applied`, `rl-ask` to remove it, and `rl-close`. */
@customElement('rl-rule-panel')
export class RlRulePanel extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: BuilderEntity;
  @property() kind: 'rule' | 'unique' = 'rule';
  /** Of the rule that is changed; a new one when empty. */
  @property({ attribute: 'rule-id' }) ruleId = '';
  @state() private rule: ValidationRule = { expression: '', message: {} };
  @state() private fields: readonly string[] = [];
  @query('rl-change-review') private review!: RlChangeReview;

  static override styles = [base, buttons, controls, builderStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.rule = this.entity.rules?.[this.ruleId] ?? this.rule;
    this.fields = this.entity.uniques?.[this.ruleId]?.fields ?? [];
  }

  protected override render() {
    const operation = this.operation();
    const heading = this.ruleId
      ? t(this.kind === 'rule' ? 'entities.rule.edit' : 'entities.unique.heading')
      : t(`entities.${this.kind}.new`);
    return html`<rl-side-panel
      heading=${heading}
      @rl-close=${() => this.fire('rl-close')}
      @rl-submit=${() => this.review.submit()}
    >
      <div class="stack">${this.kind === 'rule' ? this.renderRule() : this.renderUnique()}</div>
      <rl-change-review
        slot="foot"
        entity=${this.entity.id}
        .since=${this.entity.lastChange}
        .body=${operation ? { operations: [operation] } : undefined}
        missing=${this.missing()}
        @rl-applied=${(event: CustomEvent<{ change: EntityChange }>) => this.fire('rl-applied', event.detail)}
        >${
          this.ruleId
            ? html`<button type="button" class="button danger" @click=${this.askRemoval}>
                ${t('action.remove')}
              </button>`
            : nothing
        }</rl-change-review
      >
    </rl-side-panel>`;
  }

  private renderRule() {
    const { rule, entity } = this;
    const shown = rule.field ?? '';
    return html`${this.renderRows()}
      <rl-expression-field
        entity=${entity.id}
        kind="rule"
        folded=${t('entities.rule.formula')}
        ?unfolded=${!this.isInRows()}
        label=${t('entities.rule.expression')}
        help=${t('entities.rule.expressionHelp')}
        .value=${rule.expression}
        @rl-expression=${(event: CustomEvent<{ value: string }>) =>
          (this.rule = { ...rule, expression: event.detail.value })}
      ></rl-expression-field>
      <rl-local-text
        label=${t('entities.rule.message')}
        placeholder=${t('entities.rule.messageHint')}
        multiline
        required
        .value=${rule.message}
        @rl-text=${(event: CustomEvent<{ value: LocalText }>) =>
          (this.rule = { ...rule, message: event.detail.value })}
      ></rl-local-text>
      <label class="field"
        ><span class="field-label">${t('entities.rule.field')}</span>
        <select
          class="control"
          @change=${(event: Event) => {
            const { field: _field, ...rest } = rule;
            const field = (event.target as HTMLSelectElement).value;
            this.rule = field ? { ...rest, field } : rest;
          }}
        >
          <option value="">${t('form.choose')}</option>
          ${entity.fields.map(
            (field) =>
              html`<option value=${field.id} ?selected=${field.id === shown}>${choiceLabel(field)}</option>`,
          )}
        </select></label
      >`;
  }

  private isInRows(): boolean {
    return readCondition(this.rule.expression) !== null;
  }

  /** In words where rows can say it. */
  private renderRows() {
    const { rule, entity } = this;
    if (!this.isInRows()) return nothing;
    return html`<div role="group" aria-label=${t('entities.rule.words')}>
      <span class="field-label">${t('entities.rule.words')}</span>
      <rl-condition-rows
        .value=${rule.expression}
        .scope=${fieldScope(this.meta, entity.id)}
        @rl-change=${(event: CustomEvent<{ value: string }>) =>
          (this.rule = { ...rule, expression: event.detail.value })}
      ></rl-condition-rows>
    </div>`;
  }

  private renderUnique() {
    const possible = this.entity.fields.filter(({ type }) => comparable.includes(type));
    return html`<fieldset>
      <legend class="field-label">${t('entities.unique.fields')}</legend>
      ${possible.map(
        (field) =>
          html`<label class="check"
            ><input
              type="checkbox"
              .checked=${this.fields.includes(field.id)}
              @change=${() => this.toggle(field.id)}
            />${ofLocale(field.label, field.id)}</label
          >`,
      )}
    </fieldset>`;
  }

  private toggle(id: string): void {
    this.fields = this.fields.includes(id) ? this.fields.filter((one) => one !== id) : [...this.fields, id];
  }

  /** What is still to be said; empty for nothing. */
  private missing(): string {
    const { rule, fields } = this;
    if (this.kind === 'unique') return fields.length === 1 ? t('entities.unique.oneMore') : '';
    const hasMessage = Object.values(rule.message).some(Boolean);
    const hasExpression = rule.expression.trim() !== '';
    if (hasExpression && hasMessage) return '';
    return t(hasExpression ? 'entities.rule.noMessage' : 'entities.rule.noCondition');
  }

  /** Undefined while there is nothing to do. */
  private operation(): Operation | undefined {
    const { entity, ruleId, rule, fields } = this;
    if (this.kind === 'unique') {
      if (fields.length < 2 || String(entity.uniques?.[ruleId]?.fields) === String(fields)) return undefined;
      const id = ruleId || freeName('unique', Object.keys(entity.uniques ?? {}));
      return { op: 'setUnique', id, unique: { fields } };
    }
    const hasMessage = Object.values(rule.message).some(Boolean);
    const isSame = JSON.stringify(entity.rules?.[ruleId]) === JSON.stringify(rule);
    if (!rule.expression.trim() || !hasMessage || isSame) return undefined;
    const message = Object.fromEntries(Object.entries(rule.message).filter(([, text]) => text));
    const id = ruleId || freeName('rule', Object.keys(entity.rules ?? {}));
    return { op: 'setRule', id, rule: { ...rule, message } };
  }

  private askRemoval(): void {
    const { ruleId: id } = this;
    const operation =
      this.kind === 'rule' ? { op: 'setRule', id, rule: null } : { op: 'setUnique', id, unique: null };
    this.fire('rl-ask', {
      operation,
      heading: t('entities.rule.remove'),
      label: t('action.remove'),
    });
  }

  private fire(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
