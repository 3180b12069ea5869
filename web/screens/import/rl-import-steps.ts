import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-icon.ts';
import { steps, type Step } from './steps.ts';

/** Where in the import one is. */
@customElement('rl-import-steps')
export class RlImportSteps extends LitElement {
  @property() step: Step = 'upload';
  /** Some texts match nothing and are asked. */
  @property({ type: Boolean, attribute: 'asks-values' }) asksValues = false;

  static override styles = [
    base,
    css`
      :host {
        flex: none;
        border-bottom: 1px solid var(--rl-line);
        background: var(--rl-surface);
      }
      ol {
        display: flex;
        gap: 4px 20px;
        margin: 0;
        padding: 8px 24px;
        list-style: none;
        overflow-x: auto;
      }
      li {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--rl-muted);
        white-space: nowrap;
      }
      li[aria-current] {
        color: var(--rl-text);
        font-weight: 500;
      }
      .dot {
        display: grid;
        place-items: center;
        width: 18px;
        height: 18px;
        border-radius: 50%;
        background: var(--rl-hover);
        font-size: 11px;
        font-variant-numeric: tabular-nums;
      }
      li[aria-current] .dot {
        background: var(--rl-accent);
        color: var(--rl-on-accent);
      }
      .dot rl-icon {
        width: 12px;
        height: 12px;
        color: var(--rl-good);
      }
      @media (max-width: 720px) {
        ol {
          padding: 8px 12px;
        }
        li:not([aria-current]) .text {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const shown = steps.filter((step) => step !== 'values' || this.asksValues || this.step === 'values');
    const at = shown.indexOf(this.step);
    return html`<ol aria-label=${t('import.steps')}>
      ${shown.map(
        (step, index) =>
          html`<li aria-current=${step === this.step ? 'step' : nothing}>
            <span class="dot">${index < at ? html`<rl-icon name="check"></rl-icon>` : index + 1}</span>
            <span class="text">${t(`import.step.${step}`)}</span>
          </li>`,
      )}
    </ol>`;
  }
}
