import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-icon.ts';
import { findSteps } from '../steps/steps-of.ts';
import type { Step } from '../steps/step.ts';

export interface StepGesture {
  step: Step;
  /** The pointer that drags it. */
  event: Event;
}

/**
 * The steps by purpose, with search. A click fires `rl-append` with `detail: {step, isByKey}`, a drag `rl-drag` with
 * `detail: {step, event}`; the switch for experts fires `rl-expert` with `detail: {isOn}`.
 */
@customElement('rl-step-palette')
export class RlStepPalette extends LitElement {
  @property({ attribute: false }) steps: Step[] = [];
  /** All of BPMN is offered, too. */
  @property({ type: Boolean }) expert = false;
  @state() private search = '';

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .search {
        position: relative;
        padding: 10px 10px 4px;
      }
      .search rl-icon {
        position: absolute;
        left: 18px;
        top: 16px;
        color: var(--rl-muted);
        pointer-events: none;
      }
      .search .control {
        padding-left: 30px;
      }
      .groups {
        flex: 1;
        padding: 0 10px 16px;
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      h3 {
        padding: 12px 4px 4px;
        color: var(--rl-muted);
        font-size: var(--rl-size-label);
        font-weight: 500;
      }
      button {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: 30px;
        padding: 4px 6px;
        border: 0;
        border-radius: var(--rl-radius);
        background: none;
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: grab;
        user-select: none;
        touch-action: none;
      }
      button:hover {
        background: var(--rl-hover);
      }
      button rl-icon {
        color: var(--rl-muted);
      }
      .expert {
        display: flex;
        flex: none;
        align-items: center;
        gap: 8px;
        padding: 8px 16px;
        border-top: 1px solid var(--rl-line);
        color: var(--rl-muted);
        cursor: pointer;
      }
      p {
        padding: 16px 6px;
        color: var(--rl-muted);
      }
    `,
  ];

  protected override render() {
    const found = findSteps(this.steps, this.search);
    return html`<div class="search">
        <rl-icon name="search"></rl-icon>
        <input
          class="control"
          type="search"
          placeholder=${t('designer.palette.find')}
          aria-label=${t('designer.palette.find')}
          .value=${this.search}
          @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && found[0] && this.choose(found[0], { isByKey: true })}
        />
      </div>
      <div class="groups" @keydown=${this.walk}>
        ${[...Map.groupBy(found, (step) => step.group)].map(
          ([, steps]) =>
            html`<h3>${steps[0]?.groupLabel}</h3>
              ${steps.map((step) => this.renderStep(step, step === found[0]))}`,
        )}
        ${found.length === 0 ? html`<p>${t('designer.palette.nothing')}</p>` : nothing}
      </div>
      <label class="expert"
        ><input
          type="checkbox"
          role="switch"
          .checked=${this.expert}
          @change=${(event: Event) => this.switchExpert((event.target as HTMLInputElement).checked)}
        />
        <span title=${t('designer.expert.help')}>${t('designer.expert')}</span></label
      >`; // The listeners sit on the inputs themselves.
  }

  /** The list is one stop of the Tab key; arrow keys go on inside. */
  private renderStep(step: Step, isStop: boolean) {
    return html`<button
      type="button"
      draggable="true"
      tabindex=${isStop ? 0 : -1}
      title=${step.help || nothing}
      @click=${(event: MouseEvent) => this.choose(step, { isByKey: event.detail === 0 })}
      @dragstart=${(event: DragEvent) => this.drag(step, event)}
    >
      <rl-icon name=${step.icon}></rl-icon><span class="truncate">${step.label}</span>
    </button>`;
  }

  private switchExpert(isOn: boolean): void {
    this.dispatchEvent(new CustomEvent('rl-expert', { detail: { isOn } }));
  }

  private readonly walk = (event: KeyboardEvent): void => {
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('.groups button')];
    const at = all.findIndex((button) => button.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, to))]?.focus();
  };

  private choose(step: Step, { isByKey }: { isByKey: boolean }): void {
    this.dispatchEvent(new CustomEvent('rl-append', { detail: { step, isByKey } }));
  }

  private drag(step: Step, event: DragEvent): void {
    // From here on the canvas follows the pointer, not the browser's own drag.
    event.preventDefault();
    this.dispatchEvent(new CustomEvent<StepGesture>('rl-drag', { detail: { step, event } }));
  }
}
