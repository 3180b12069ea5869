import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '../../web/styles/base.ts';
import { t } from '../../web/data/i18n.ts';
import { findIcon, knownIcon } from '../../web/components/icons.ts';
import type { Step } from '../steps/step.ts';
import { EditorSession } from './editor-session.ts';
import { said } from './element-sentence.ts';
import { diagramStyles } from './styles.ts';

/** The drawing surface. Fires `rl-session` with the open `EditorSession` once it is there. */
@customElement('rl-editor-canvas')
export class RlEditorCanvas extends LitElement {
  @property({ attribute: false }) steps: Step[] = [];
  @property({ type: Boolean }) expert = false;
  @property() label = '';
  /** What is selected, for who hears it. */
  @property() sentence = '';
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
    return html`<div class="canvas"></div>
      <p id="how" class="visually-hidden">${t('designer.keys.how')}</p>
      <p class="visually-hidden" aria-live="polite">${this.sentence}</p>`;
  }

  protected override firstUpdated(): void {
    // Menus of diagram-js take icons as text: they are fetched before one opens.
    for (const icon of ['wrench', ...this.steps.map((step) => step.icon)])
      if (!knownIcon(icon)) void findIcon(icon);
    this.session = new EditorSession(this.container, {
      steps: () => this.steps,
      isExpert: () => this.expert,
      said,
      icon: (name) => knownIcon(name) ?? knownIcon('circle') ?? '',
    });
    this.dispatchEvent(new CustomEvent<EditorSession>('rl-session', { detail: this.session }));
  }

  /** The drawing itself has the keyboard, not the box around it: so it says what it is. */
  protected override updated(): void {
    const drawing = this.container.querySelector('svg');
    drawing?.setAttribute('role', 'application');
    drawing?.setAttribute('aria-label', this.label);
    drawing?.setAttribute('aria-describedby', 'how');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session?.close();
  }
}
