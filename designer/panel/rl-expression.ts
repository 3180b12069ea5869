import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import { findFault } from '../../web/expression/find-fault.ts';
import '../../web/expression/rl-expression-editor.ts';
import type { RlExpressionEditor } from '../../web/expression/rl-expression-editor.ts';
import '../../web/expression/rl-field-tree.ts';
import '../../web/expression/rl-live-value.ts';
import type { ExpressionScope, ScopeName } from '../../web/expression/scope.ts';
import { base } from '../../web/styles/base.ts';

/**
 * A JSONata expression of the flow, with the tree of what it can name and its value on a sample record. Fires
 * `rl-change` with `detail: {value}`.
 */
@customElement('rl-expression')
export class RlExpression extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() value = '';
  @property() label = '';
  @property() placeholder = '';
  @property({ type: Number }) rows = 1;
  @property({ attribute: false }) choices: ScopeName[] = [];
  /** Texts that are no JSONata and yet right here, such as ISO durations. */
  @property({ attribute: false }) allows: (value: string) => boolean = () => false;
  /** While it is typed. */
  @state() private typed: string | null = null;
  @query('rl-expression-editor') private editor!: RlExpressionEditor;

  static override styles = [
    base,
    css`
      .line {
        display: flex;
        align-items: flex-start;
        gap: 4px;
      }
      rl-expression-editor {
        flex: 1;
      }
    `,
  ];

  override focus(): void {
    this.editor.focus();
  }

  protected override render() {
    const scope: ExpressionScope = { meta: this.meta, names: this.choices, isOpen: true };
    const source = this.typed ?? this.value;
    return html`<div class="line">
        <rl-expression-editor
          .value=${this.value}
          label=${this.label}
          placeholder=${this.placeholder}
          ?multiline=${this.rows > 1}
          .scope=${scope}
          .allows=${this.allows}
          @rl-input=${(event: CustomEvent<{ value: string }>) => (this.typed = event.detail.value)}
          @rl-change=${(event: CustomEvent<{ value: string }>) => this.change(event.detail.value)}
        ></rl-expression-editor>
        <rl-field-tree
          .scope=${scope}
          label=${t('designer.expression.insert')}
          @rl-choose=${(event: CustomEvent<{ path: string }>) => this.editor.insert(event.detail.path)}
        ></rl-field-tree>
      </div>
      ${this.hasValue(source, scope) ? this.renderValue(source) : nothing}`;
  }

  private hasValue(source: string, scope: ExpressionScope): boolean {
    return !this.allows(source.trim()) && findFault(source, scope)?.severity !== 'error';
  }

  private renderValue(source: string) {
    const names = new Map(this.choices.map(({ name, entity = '' }) => [name, entity]));
    return html`<rl-live-value
      .meta=${this.meta}
      .source=${source}
      entity=${names.get('$record') || names.get('$subject') || ''}
    ></rl-live-value>`;
  }

  private change(value: string): void {
    this.typed = null;
    this.value = value;
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { value } }));
  }
}
