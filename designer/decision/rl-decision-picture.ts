import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import type { DecisionPicture } from './read-picture.ts';

/** A decision to read: its table with the rules that hit marked, or its expression. */
@customElement('rl-decision-picture')
export class RlDecisionPicture extends LitElement {
  @property({ attribute: false }) picture!: DecisionPicture;
  /** Numbers of the rules that hit, from 1. */
  @property({ attribute: false }) hits: readonly number[] = [];

  static override styles = [
    base,
    css`
      :host {
        display: block;
        overflow: auto;
      }
      table {
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        min-width: 104px;
        max-width: 320px;
        padding: 6px 12px;
        border-bottom: 1px solid var(--rl-line);
        text-align: left;
        overflow-wrap: anywhere;
      }
      th {
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        font-weight: 500;
        vertical-align: bottom;
      }
      td {
        font-family: var(--rl-mono);
        font-size: var(--rl-size-small);
        vertical-align: top;
      }
      .rule {
        min-width: 32px;
        color: var(--rl-muted);
        text-align: right;
      }
      .first {
        border-left: 1px solid var(--rl-line-strong);
      }
      .note {
        color: var(--rl-muted);
        font-family: var(--rl-font);
      }
      tr.hit td {
        background: var(--rl-good-soft);
        color: var(--rl-text);
      }
      pre {
        margin: 0;
        padding: 12px;
        border-radius: var(--rl-radius-card);
        background: var(--rl-sunken);
        font-family: var(--rl-mono);
        font-size: var(--rl-size-small);
        white-space: pre-wrap;
      }
    `,
  ];

  protected override render() {
    const { inputs, outputs, rules, expression } = this.picture;
    if (expression !== null) return html`<pre>${expression}</pre>`;
    const hasNotes = rules.some(({ note }) => note !== '');
    return html`<table>
      <thead>
        <tr>
          <th class="rule"><span class="visually-hidden">${t('designer.decision.rule')}</span></th>
          ${inputs.map((name) => html`<th scope="col">${name}</th>`)}
          ${outputs.map((name, at) => html`<th scope="col" class=${at === 0 ? 'first' : ''}>${name}</th>`)}
          ${hasNotes ? html`<th scope="col">${t('designer.decision.note')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${rules.map(
          (rule, index) =>
            html`<tr class=${this.hits.includes(index + 1) ? 'hit' : ''}>
              <td class="rule">${index + 1}</td>
              ${rule.inputs.map((cell) => html`<td>${cell || html`<span class="muted">–</span>`}</td>`)}
              ${rule.outputs.map((cell, at) => html`<td class=${at === 0 ? 'first' : ''}>${cell}</td>`)}
              ${hasNotes ? html`<td class="note">${rule.note}</td>` : nothing}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}
