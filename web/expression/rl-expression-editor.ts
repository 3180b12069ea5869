import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import type { CodeEditor } from './code-editor.ts';
import { editorStyles } from './editor-styles.ts';
import './expression-texts.ts';
import { findFault, type Fault } from './find-fault.ts';
import type { ExpressionScope } from './scope.ts';

const typingPause = 500;

/**
 * Edits a JSONata expression: colours, completion of what it can name, problems as sentences. Fires `rl-input` while
 * somebody types and `rl-change` when they are done, both with `detail: {value}`.
 */
@customElement('rl-expression-editor')
export class RlExpressionEditor extends LitElement {
  @property() value = '';
  @property() label = '';
  @property() placeholder = '';
  @property({ type: Boolean }) multiline = false;
  @property({ attribute: false }) scope: ExpressionScope | null = null;
  /** Texts that are no expression and yet right here, such as ISO durations. */
  @property({ attribute: false }) allows: (value: string) => boolean = () => false;
  @state() private fault: Fault | null = null;
  @query('.editor') private place!: HTMLElement;
  private editor: CodeEditor | undefined;
  private written = '';
  /** The keyboard was sent here before there was an editor. */
  private isAwaited = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    controls,
    editorStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
    `,
  ];

  override focus(): void {
    if (this.editor) this.editor.focus();
    else this.isAwaited = true;
  }

  protected override render() {
    return html`<div class="editor ${this.multiline ? 'multiline' : ''} ${this.fault?.severity ?? ''}"></div>
      ${
        this.fault
          ? html`<div class="fault ${this.fault.severity}" role="status">${this.fault.sentence}</div>`
          : nothing
      }`;
  }

  protected override async firstUpdated(): Promise<void> {
    const { openCodeEditor } = await import('./code-editor.ts');
    if (!this.isConnected || this.editor) return;
    this.written = this.value;
    this.editor = openCodeEditor({
      parent: this.place,
      // A component without a shadow root has none of these.
      root: this.renderRoot as ShadowRoot,
      value: this.value,
      label: this.label,
      placeholder: this.placeholder,
      isMultiline: this.multiline,
      scope: () => this.scope ?? noScope,
      typed: (value) => this.typed(value),
      done: () => this.done(),
    });
    this.check();
    if (this.isAwaited) this.editor.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.editor || !changed.has('value')) return;
    if (this.value !== this.editor.value()) this.editor.set(this.value);
    this.written = this.value;
    this.check();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.done();
  }

  /** Puts a text where the cursor is. */
  insert(text: string): void {
    this.editor?.insert(text);
    this.done();
  }

  /** A name that is half written is no mistake yet. */
  private typed(value: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), typingPause);
    this.dispatchEvent(new CustomEvent('rl-input', { detail: { value } }));
  }

  private done(): void {
    const value = this.editor?.value() ?? this.value;
    if (value === this.written) return;
    this.written = value;
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { value } }));
  }

  private check(): void {
    const value = this.editor?.value() ?? this.value;
    this.fault = this.allows(value.trim()) ? null : findFault(value, this.scope);
    this.editor?.mark(this.fault);
  }
}

const noScope: ExpressionScope = {
  // Nothing is looked up in it: it has no names.
  meta: { entities: [] } as unknown as ExpressionScope['meta'],
  names: [],
  isOpen: true,
};
