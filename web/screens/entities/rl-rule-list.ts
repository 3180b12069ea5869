import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { conditionWords } from '../../condition/condition-words.ts';
import { metaContext } from '../../context/meta.ts';
import type { BuilderEntity } from '../../data/entities.ts';
import { t } from '../../data/i18n.ts';
import { ofLocale } from '../../data/local-text.ts';
import type { Meta } from '../../data/meta.ts';
import { fieldScope } from '../../expression/field-scope.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';

/** Validation rules and unique rules. Fires `rl-open` with `detail: {kind, id?}`. */
@customElement('rl-rule-list')
export class RlRuleList extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: BuilderEntity;

  static override styles = [
    base,
    buttons,
    css`
      h2 {
        margin: 16px 0 4px;
      }
      h2:first-child {
        margin-top: 4px;
      }
      .row {
        display: flex;
        gap: 12px;
        align-items: center;
        width: 100%;
        min-height: 36px;
        padding: 4px;
        border: 0;
        border-bottom: 1px solid var(--rl-line);
        background: none;
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
      }
      .row:hover {
        background: var(--rl-hover);
      }
      code {
        font-family: var(--rl-mono);
        font-size: 12px;
      }
      .actions {
        display: flex;
        gap: 8px;
        margin-top: 12px;
      }
    `,
  ];

  protected override render() {
    const rules = Object.entries(this.entity.rules ?? {});
    const uniques = Object.entries(this.entity.uniques ?? {});
    const add = html`<button type="button" class="button" @click=${() => this.open('rule')}>
        <rl-icon name="plus"></rl-icon>${t('entities.rule.add')}</button
      ><button type="button" class="button" @click=${() => this.open('unique')}>
        <rl-icon name="plus"></rl-icon>${t('entities.unique.add')}
      </button>`;
    if (rules.length + uniques.length === 0)
      return html`<rl-empty
        icon="circle-check"
        heading=${t('entities.rule.none')}
        text=${t('entities.rule.noneText')}
        >${add}</rl-empty
      >`;
    return html`${
        rules.length > 0
          ? html`<h2>${t('entities.rule.heading')}</h2>
              ${rules.map(
                ([id, rule]) =>
                  html`<button type="button" class="row" @click=${() => this.open('rule', id)}>
                    <span class="grow truncate">${ofLocale(rule.message)}</span
                    >${this.renderTest(rule.expression)}
                  </button>`,
              )}`
          : nothing
      }
      ${
        uniques.length > 0
          ? html`<h2>${t('entities.unique.heading')}</h2>
              ${uniques.map(
                ([id, { fields }]) =>
                  html`<button type="button" class="row" @click=${() => this.open('unique', id)}>
                    ${t('entities.unique.text', { fields: fields.map((one) => this.nameOf(one)).join(t('list.comma')) })}
                  </button>`,
              )}`
          : nothing
      }
      <div class="actions">${add}</div>`;
  }

  /** What rows cannot say is shown as it is written. */
  private renderTest(source: string) {
    const words = conditionWords(source, fieldScope(this.meta, this.entity.id));
    return words
      ? html`<span class="grow truncate muted">${words}</span>`
      : html`<code class="grow truncate muted">${source}</code>`;
  }

  private nameOf(id: string): string {
    return ofLocale(this.entity.fields.find((field) => field.id === id)?.label, id);
  }

  private open(kind: 'rule' | 'unique', id?: string): void {
    this.dispatchEvent(new CustomEvent('rl-open', { detail: { kind, id } }));
  }
}
