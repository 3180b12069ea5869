import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-icon.ts';
import type { ElementProblem } from '../modules/problems/problems.ts';

/** All problems as sentences under the canvas; a click fires `rl-focus` with `detail: {element}`. */
@customElement('rl-problem-list')
export class RlProblemList extends LitElement {
  @property({ attribute: false }) problems: ElementProblem[] = [];
  /** Opens the list, after a deployment was refused. */
  @property({ type: Boolean }) open = false;
  @state() private isFolded = true;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        border-radius: var(--rl-radius-card);
        background: var(--rl-surface);
        box-shadow: var(--rl-shadow-float);
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: 36px;
        padding: 4px 12px;
        border: 0;
        border-radius: var(--rl-radius-card);
        background: none;
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
      }
      ul {
        max-height: 168px;
        margin: 0;
        padding: 0 4px 6px;
        overflow-y: auto;
      }
      li button {
        display: flex;
        gap: 8px;
        width: 100%;
        padding: 5px 8px;
        border: 0;
        border-radius: var(--rl-radius);
        background: none;
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
      }
      li button:hover {
        background: var(--rl-hover);
      }
      rl-icon {
        margin-top: 2px;
      }
      .error {
        color: var(--rl-bad-text);
      }
      .warning {
        color: var(--rl-warn-text);
      }
      .good {
        color: var(--rl-good-text);
      }
    `,
  ];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('open') && this.open) this.isFolded = false;
  }

  protected override render() {
    const errors = this.problems.filter((problem) => problem.severity === 'error').length;
    const warnings = this.problems.length - errors;
    if (this.problems.length === 0) {
      return html`<div class="head">
        <rl-icon class="good" name="circle-check"></rl-icon
        ><span class="muted">${t('designer.problems.none')}</span>
      </div>`;
    }
    return html`<button
        type="button"
        class="head"
        aria-expanded=${!this.isFolded}
        @click=${() => (this.isFolded = !this.isFolded)}
      >
        <rl-icon
          class=${errors > 0 ? 'error' : 'warning'}
          name=${errors > 0 ? 'circle-alert' : 'triangle-alert'}
        ></rl-icon>
        <span class="grow">
          ${errors > 0 ? t('designer.problems.errors', { count: errors }) : nothing}${errors > 0 && warnings > 0 ? ', ' : nothing}${warnings > 0 ? t('designer.problems.warnings', { count: warnings }) : nothing}
        </span>
        <rl-icon name=${this.isFolded ? 'chevron-up' : 'chevron-down'}></rl-icon>
      </button>
      ${
        this.isFolded
          ? nothing
          : html`<ul>
              ${this.problems.map((problem) => this.renderProblem(problem))}
            </ul>`
      }`;
  }

  private renderProblem(problem: ElementProblem) {
    return html`<li>
      <button type="button" @click=${() => this.focusOn(problem.element)}>
        <rl-icon
          class=${problem.severity}
          name=${problem.severity === 'error' ? 'circle-alert' : 'triangle-alert'}
        ></rl-icon>
        <span>${problem.sentence}</span>
      </button>
    </li>`;
  }

  private focusOn(element: string): void {
    this.dispatchEvent(new CustomEvent('rl-focus', { detail: { element } }));
  }
}
