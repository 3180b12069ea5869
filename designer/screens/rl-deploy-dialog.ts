import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-dialog.ts';
import type { ElementProblem } from '../modules/problems/problems.ts';

/** Asks before deploying and says what changes. Fires `rl-deploy` and `rl-close`. */
@customElement('rl-deploy-dialog')
export class RlDeployDialog extends LitElement {
  @property({ type: Boolean }) open = false;
  @property() name = '';
  @property() key = '';
  /** The version that runs now; 0 for none. */
  @property({ type: Number }) latest = 0;
  /** The version that was drawn on. */
  @property({ type: Number }) base = 0;
  @property({ type: Number }) running = 0;
  @property({ attribute: false }) problems: ElementProblem[] = [];
  @property({ type: Boolean }) busy = false;

  static override styles = [
    base,
    css`
      .step {
        display: flex;
        align-items: center;
        gap: 10px;
        margin: 4px 0 14px;
        font-size: 15px;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      li {
        position: relative;
        padding: 3px 0 3px 16px;
      }
      li::before {
        content: '';
        position: absolute;
        left: 3px;
        top: 12px;
        width: 4px;
        height: 4px;
        border-radius: 50%;
        background: var(--rl-muted);
      }
      .warn {
        color: var(--rl-warn-text);
      }
      .bad {
        color: var(--rl-bad-text);
      }
    `,
  ];

  protected override render() {
    const next = this.latest + 1;
    const errors = this.problems.filter((problem) => problem.severity === 'error').length;
    const warnings = this.problems.length - errors;
    return html`<rl-dialog
      ?open=${this.open}
      heading=${t('designer.deploy.title', { name: this.name })}
      size="small"
    >
      <div class="step">
        ${
          this.latest === 0
            ? t('designer.deploy.first')
            : html`<span class="muted">${t('designer.version', { version: this.latest })}</span>
                <span aria-hidden="true">→</span><span>${t('designer.version', { version: next })}</span>`
        }
      </div>
      <ul>
        <li>${t('designer.deploy.new')}</li>
        ${this.latest > 0 ? html`<li>${t('designer.deploy.running', { count: this.running })}</li>` : nothing}
        ${
          this.latest > this.base && this.base > 0
            ? html`<li class="warn">
                ${t('designer.deploy.moved', { base: this.base, latest: this.latest })}
              </li>`
            : nothing
        }
        ${errors > 0 ? html`<li class="bad">${t('designer.deploy.errors', { count: errors })}</li>` : nothing}
        ${warnings > 0 ? html`<li class="warn">${t('designer.deploy.warnings', { count: warnings })}</li>` : nothing}
      </ul>
      <rl-button slot="footer" @click=${() => this.fire('rl-close')}>${t('designer.cancel')}</rl-button>
      <rl-button slot="footer" variant="primary" ?loading=${this.busy} @click=${() => this.fire('rl-deploy')}
        >${t('designer.deploy')}</rl-button
      >
    </rl-dialog>`;
  }

  private fire(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}
