import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';

/** A JSON value to read: texts as they are, lists and objects folded below the first level. */
@customElement('rl-value-tree')
export class RlValueTree extends LitElement {
  @property({ attribute: false }) value: unknown;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        overflow-wrap: anywhere;
      }
      details > div {
        padding-left: 14px;
      }
      summary {
        cursor: pointer;
        color: var(--rl-muted);
      }
      .name {
        color: var(--rl-muted);
      }
      .number {
        text-align: left;
      }
      .none {
        color: var(--rl-muted);
        font-style: italic;
      }
    `,
  ];

  protected override render() {
    return tree(this.value, 0);
  }
}

const tree = (value: unknown, depth: number): TemplateResult => {
  if (value === null || value === undefined)
    return html`<span class="none">${t('designer.value.none')}</span>`;
  if (typeof value === 'boolean') return html`${t(`designer.value.${value}`)}`;
  if (typeof value === 'number') return html`<span class="number">${value}</span>`;
  if (typeof value !== 'object') return html`${String(value)}`;
  const entries = Object.entries(value);
  const title = Array.isArray(value)
    ? t('designer.value.list', { count: entries.length })
    : t('designer.value.object', { count: entries.length });
  return html`<details ?open=${depth === 0 && entries.length <= 6}>
    <summary>${title}</summary>
    <div>
      ${entries.map(
        ([name, inner]) =>
          html`<div>
            ${Array.isArray(value) ? nothing : html`<span class="name">${name}: </span>`}${tree(inner, depth + 1)}
          </div>`,
      )}
    </div>
  </details>`;
};
