import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-icon.ts';
import { isA, nameOf, textOf } from '../moddle/moddle-element.ts';
import { processOf } from '../moddle/process-of.ts';
import type { Edit } from '../modules/edit/edit.ts';
import type { ElementProblem } from '../modules/problems/problems.ts';
import type { DiagramElement } from '../modules/services.ts';
import { elementKind } from './element-kind.ts';
import type { PanelContext } from './panel-context.ts';
import { panelStyles } from './panel-styles.ts';
import { namesAt } from './scope-names.ts';
import { sections } from './sections/index.ts';

/** The settings of the selected element, or of the flow when none is selected. */
@customElement('rl-flow-panel')
export class RlFlowPanel extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) element: DiagramElement | undefined;
  @property({ attribute: false }) edit: Edit | undefined;
  @property({ attribute: false }) problems: ElementProblem[] = [];
  /** Counts changes of the diagram, which the element's identity does not show. */
  @property({ type: Number }) revision = 0;

  static override styles = [
    base,
    buttons,
    controls,
    panelStyles,
    css`
      :host {
        display: block;
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 14px 16px 2px;
      }
      .icon {
        display: grid;
        place-items: center;
        flex: none;
        width: 24px;
        height: 24px;
        border-radius: var(--rl-radius);
        background: var(--rl-accent-soft);
        color: var(--rl-accent-text);
      }
      .kind {
        padding: 0 16px 0 48px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      .sections {
        display: grid;
        gap: 14px;
        padding: 14px 16px 24px;
      }
      .problem {
        display: flex;
        gap: 8px;
        padding: 8px 10px;
        border-radius: var(--rl-radius-card);
        background: var(--rl-warn-soft);
        color: var(--rl-warn-text);
      }
      .problem.error {
        background: var(--rl-bad-soft);
        color: var(--rl-bad-text);
      }
      .problem rl-icon {
        margin-top: 2px;
      }
    `,
  ];

  protected override render() {
    const context = this.context();
    if (!context) return nothing;
    const { model } = context;
    const kind = elementKind(model, this.meta.tasks);
    const word = kind.label ?? t(`designer.kind.${kind.key}`);
    const title = nameOf(isA(model, 'bpmn:Collaboration') ? context.process : model) || word;
    return html`<header>
        <span class="icon"><rl-icon name=${kind.icon}></rl-icon></span>
        <h2 class="grow truncate">${title}</h2>
      </header>
      <!-- Always there: a name that becomes one must not move what is being pressed below it. -->
      <div class="kind">${title === word ? '\u00a0' : word}</div>
      ${keyed(
        context.element.id,
        html`<div class="sections">
          ${sections.map((section) => section(context) ?? nothing)} ${this.renderProblems()}
        </div>`,
      )}`;
  }

  private renderProblems() {
    return this.problems.map(
      (problem) =>
        html`<div class="problem ${problem.severity}">
          <rl-icon name=${problem.severity === 'error' ? 'circle-alert' : 'triangle-alert'}></rl-icon>
          <span>${problem.sentence}</span>
        </div>`,
    );
  }

  private context(): PanelContext | undefined {
    const { edit, meta } = this;
    const element = this.element?.labelTarget ?? this.element;
    if (!element || !edit || !meta) return undefined;
    const model = element.businessObject;
    const process = processOf(model);
    if (!process) return undefined;
    const subject = textOf(process, 'relata:subject');
    const choices = namesAt(meta, model, process);
    return { element, model, process, edit, meta, subject, choices, refresh: () => this.requestUpdate() };
  }
}
