import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '../../web/styles/base.ts';
import { findIcon, knownIcon } from '../../web/components/icons.ts';
import type { Step } from '../steps/step.ts';
import { EditorSession } from './editor-session.ts';
import { diagramStyles } from './styles.ts';

/** The drawing surface. Fires `rl-session` with the open `EditorSession` once it is there. */
@customElement('rl-editor-canvas')
export class RlEditorCanvas extends LitElement {
  @property({ attribute: false }) steps: Step[] = [];
  @property() label = '';
  @query('.canvas') private container!: HTMLElement;
  private session: EditorSession | undefined;

  static override styles = [
    base,
    ...diagramStyles,
    css`
      :host {
        display: grid;
        min-width: 0;
        min-height: 0;
      }
    `,
  ];

  protected override render() {
    return html`<div class="canvas" role="application" aria-label=${this.label}></div>`;
  }

  protected override firstUpdated(): void {
    // Menus of diagram-js take icons as text: they are fetched before one opens.
    for (const step of this.steps) if (!knownIcon(step.icon)) void findIcon(step.icon);
    this.session = new EditorSession(this.container, {
      steps: () => this.steps,
      icon: (name) => knownIcon(name) ?? knownIcon('circle') ?? '',
    });
    this.dispatchEvent(new CustomEvent<EditorSession>('rl-session', { detail: this.session }));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session?.close();
  }
}
