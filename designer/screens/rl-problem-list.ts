import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-icon.ts';
import type { Fix } from '../lint/fixes/fix-of.ts';
import { problemCounts } from '../lint/problem-work.ts';
import type { ElementProblem } from '../modules/problems/problems.ts';

/** All problems as sentences under the canvas; a click fires `rl-focus` with `detail: {element}`. */
@customElement('rl-problem-list')
export class RlProblemList extends LitElement {
  @property({ attribute: false }) problems: ElementProblem[] = [];
  /** What mends a problem, where one thing is right. */
  @property({ attribute: false }) fixOf: (problem: ElementProblem) => Fix | undefined = () => undefined;
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
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        padding-right: 8px;
      }
      .problem {
        display: flex;
        flex: 1;
        gap: 8px;
        min-width: 0;
        padding: 5px 8px;
        border: 0;
        border-radius: var(--rl-radius);
        background: none;
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
      }
      .problem:hover {
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
        <span class="grow"> ${problemCounts(this.problems)} </span>
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
    const fix = this.fixOf(problem);
    return html`<li>
      <button type="button" class="problem" @click=${() => this.focusOn(problem.element)}>
        <rl-icon
          class=${problem.severity}
          name=${problem.severity === 'error' ? 'circle-alert' : 'triangle-alert'}
        ></rl-icon>
        <span>${problem.sentence}</span>
      </button>
      ${
        fix
          ? html`<button type="button" class="button" @click=${() => fix.run()}>
              ${t(`designer.fix.${fix.label}`)}
            </button>`
          : nothing
      }
    </li>`;
  }

  private focusOn(element: string): void {
    this.dispatchEvent(new CustomEvent('rl-focus', { detail: { element } }));
  }
}
