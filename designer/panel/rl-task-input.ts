import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import '../../web/components/rl-icon.ts';
import '../../web/expression/rl-field-tree.ts';
import { textPath } from '../expression/text-path.ts';
import { valueAt, type ExpressionScope, type ScopeName } from '../../web/expression/scope.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import { mixedField, readMixed, writeMixed } from '../expression/mixed-text.ts';
import type { Pair } from '../moddle/pairs.ts';
import type { SchemaField } from '../moddle/schema-fields.ts';
import { focusFirst } from '../../web/components/focus-first.ts';
import { ownerFor, inputKind, isPlain } from './input-kind.ts';
import { panelStyles } from './panel-styles.ts';
import { plainValue } from './plain-value.ts';
import './rl-expression.ts';

/**
 * One input: a value that stands here, a field by its name, or an expression. Its value is JSONata always. Fires
 * `rl-change` with `detail: {value}`.
 */
@customElement('rl-task-input')
export class RlTaskInput extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) field!: SchemaField;
  @property() value = '';
  @property() subject = '';
  @property({ attribute: false }) choices: ScopeName[] = [];
  /** The other inputs: one may say of which entity this is. */
  @property({ attribute: false }) siblings: readonly Pair[] = [];
  @state() private isExpression: boolean | undefined;

  static override styles = [
    base,
    buttons,
    controls,
    panelStyles,
    css`
      .line {
        align-items: flex-start;
      }
      .line > .grow {
        min-width: 0;
      }
    `,
  ];

  protected override render() {
    const scope: ExpressionScope = { meta: this.meta, names: this.choices, isOpen: true };
    const named = valueAt(scope, this.value.trim());
    const owner = ownerFor(this.field, this.siblings);
    const kind = inputKind(this.field, owner);
    if (this.isExpression !== true && named) return this.renderField(scope, named.trail);
    const mixed = kind === 'text' ? readMixed(this.value, scope) : null;
    const canBePlain = isPlain(kind, this.value) || mixed !== null;
    if (this.isExpression ?? !canBePlain) return this.renderExpression(canBePlain);
    const { field, value, choices, subject, meta } = this;
    return html`<div class="line">
      <div class="grow">
        ${plainValue({
          ...{ kind, field, value, owner, choices, subject, meta },
          ...(mixed !== null && { mixed }),
          change: (to) => this.change(to),
        })}
      </div>
      ${kind === 'object' ? nothing : this.renderTree(scope)} ${this.renderSwitch()}
    </div>`;
  }

  /** A field of the record, or what an earlier step left, by its name. */
  private renderField(scope: ExpressionScope, trail: string[]) {
    return html`<div class="line">
      <rl-field-tree
        class="grow"
        .scope=${scope}
        label=${this.field.label}
        shown=${trail.join(' › ')}
        has-value
        @rl-choose=${(event: CustomEvent<{ path: string }>) => this.choose(scope, event.detail.path)}
      ></rl-field-tree>
      <button
        type="button"
        class="button ghost square"
        aria-label=${t('designer.task.clear')}
        title=${t('designer.task.clear')}
        @click=${() => this.clear()}
      >
        <rl-icon name="x"></rl-icon>
      </button>
      ${this.renderSwitch()}
    </div>`;
  }

  private renderTree(scope: ExpressionScope) {
    return html`<rl-field-tree
      .scope=${scope}
      label=${t('designer.task.useField')}
      @rl-choose=${(event: CustomEvent<{ path: string }>) => this.choose(scope, event.detail.path)}
    ></rl-field-tree>`;
  }

  private renderSwitch() {
    return html`<button
      type="button"
      class="button ghost square mono"
      aria-label=${t('designer.task.useExpression')}
      title=${t('designer.task.useExpression')}
      @click=${() => this.showAs({ isExpression: true })}
    >
      fx
    </button>`;
  }

  private renderExpression(canBePlain: boolean) {
    const { value, choices, field } = this;
    const canBeField = valueAt({ meta: this.meta, names: choices, isOpen: true }, value.trim()) !== undefined;
    return html`<rl-expression
        .value=${value}
        .choices=${choices}
        label=${field.label}
        placeholder=${field.entity === this.subject && this.subject ? '$subject.id' : '$subject.…'}
        @rl-change=${(event: CustomEvent<{ value: string }>) => this.change(event.detail.value)}
      ></rl-expression>
      ${
        canBePlain || canBeField
          ? html`<button
              type="button"
              class="button link"
              @click=${() => this.showAs({ isExpression: false })}
            >
              ${t('designer.task.usePlain')}
            </button>`
          : nothing
      }`;
  }

  /** Where a record is wanted, its id is given; into a text that is begun the field goes where the cursor was. */
  private choose(scope: ExpressionScope, path: string): void {
    const written = this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>('.grow > .control');
    const kind = inputKind(this.field, ownerFor(this.field, this.siblings));
    if (kind === 'text' && written && written.value !== '') {
      const at = written.selectionEnd ?? written.value.length;
      const field = mixedField(textPath(path, { scope, format: '' }), scope);
      this.change(writeMixed(`${written.value.slice(0, at)}${field}${written.value.slice(at)}`, scope));
      return this.goOnAt(written, at + field.length);
    }
    const named = valueAt(scope, path);
    const isRecord = named?.type === 'relation' || named?.type === 'user';
    if (isRecord && kind === 'named') this.change(`${path}.id`);
    else this.change(kind === 'text' ? textPath(path, { scope, format: this.field.format }) : path);
    this.showAs({ isExpression: undefined });
  }

  /** One goes on writing behind what was put in. */
  private goOnAt(control: HTMLInputElement | HTMLTextAreaElement, caret: number): void {
    requestAnimationFrame(() => {
      control.focus();
      control.setSelectionRange(caret, caret);
    });
  }

  private clear(): void {
    this.change('');
    this.showAs({ isExpression: undefined });
  }

  /** What takes the place of what was pressed takes the keyboard, too. */
  private showAs({ isExpression }: { isExpression: boolean | undefined }): void {
    this.isExpression = isExpression;
    // A frame later, what it is made of has rendered as well.
    requestAnimationFrame(() => {
      const expression = this.renderRoot.querySelector<HTMLElement>('rl-expression');
      if (expression) expression.focus();
      else focusFirst(this.renderRoot);
    });
  }

  private change(value: string): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { value } }));
  }
}
