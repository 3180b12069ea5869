import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { place } from '../components/place.ts';
import '../components/rl-icon.ts';
import { t } from '../data/i18n.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { controls } from '../styles/controls.ts';
import { typeText } from './type-text.ts';
import './expression-texts.ts';
import { childNodes, findNodes, rootNodes, type FieldNode } from './field-nodes.ts';
import { fieldTreeStyles } from './field-tree-styles.ts';
import type { ExpressionScope } from './scope.ts';

/**
 * A button that opens the tree of what can be named: fields of the record and of those it points to, and what earlier
 * steps left. With a search, and by arrow keys. Fires `rl-choose` with `detail: {path}`.
 */
@customElement('rl-field-tree')
export class RlFieldTree extends LitElement {
  @property({ attribute: false }) scope!: ExpressionScope;
  @property() label = '';
  /** Shows what is chosen, as a choice does, in place of an icon. */
  @property({ type: Boolean, attribute: 'has-value' }) hasValue = false;
  @property() shown = '';
  @property() placeholder = '';
  @state() private isOpen = false;
  @state() private search = '';
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private active = 0;
  @query('[popover]') private popup!: HTMLElement;
  @query('button') private trigger!: HTMLButtonElement;

  static override styles = [base, buttons, controls, fieldTreeStyles];

  protected override render() {
    return html`${this.hasValue ? this.renderValue() : this.renderIcon()}
      <div popover="auto" @toggle=${this.onToggle}>${this.isOpen ? this.renderTree() : nothing}</div>`;
  }

  override focus(): void {
    this.trigger.focus();
  }

  private renderValue() {
    return html`<button
      type="button"
      class="control value ${this.shown ? '' : 'none'}"
      aria-label=${`${this.label}: ${this.shown || this.placeholder}`}
      title=${this.shown || nothing}
      aria-haspopup="tree"
      aria-expanded=${this.isOpen}
      @click=${this.open}
    >
      <span class="grow truncate">${this.shown || this.placeholder}</span>
      <rl-icon name="chevron-down"></rl-icon>
    </button>`;
  }

  private renderIcon() {
    return html`<button
      type="button"
      class="button ghost square"
      aria-label=${this.label || t('expression.fields')}
      title=${this.label || t('expression.fields')}
      aria-haspopup="tree"
      aria-expanded=${this.isOpen}
      @click=${this.open}
    >
      <rl-icon name="braces"></rl-icon>
    </button>`;
  }

  private renderTree() {
    const lines = this.lines();
    return html`<input
        class="control"
        type="search"
        autocomplete="off"
        role="combobox"
        aria-expanded="true"
        aria-controls="tree"
        aria-activedescendant="line-${this.active}"
        aria-label=${t('expression.fields.search')}
        placeholder=${t('expression.fields.search')}
        .value=${this.search}
        @input=${(event: InputEvent) => this.find((event.target as HTMLInputElement).value)}
        @keydown=${this.onKey}
      />
      <div id="tree" role="tree" aria-label=${t('expression.fields')}>
        ${lines.map((node, index) => this.renderLine(node, index, lines))}
        ${lines.length === 0 ? html`<p class="note">${t('expression.fields.none')}</p>` : nothing}
      </div>`;
  }

  private renderLine(node: FieldNode, index: number, lines: FieldNode[]) {
    const isExpandable = node.entity !== '' && this.search === '';
    const isOpened = this.opened.has(node.path);
    const isNewGroup =
      node.trail.length === 0 && lines[index - 1]?.group !== node.group && this.search === '';
    return html`${isNewGroup ? html`<div class="group">${t(`expression.fields.${node.group}`)}</div>` : nothing}
      <div
        id="line-${index}"
        class="line depth-${Math.min(this.search ? 0 : node.trail.length, 5)} ${index === this.active ? 'active' : ''}"
        role="treeitem"
        aria-level=${node.trail.length + 1}
        aria-expanded=${isExpandable ? String(isOpened) : nothing}
        aria-selected=${index === this.active}
        @pointermove=${() => (this.active = index)}
        @click=${() => this.choose(node)}
      >
        <span class="twist" @click=${(event: Event) => this.twist(event, node)}
          >${isExpandable ? html`<rl-icon name=${isOpened ? 'chevron-down' : 'chevron-right'}></rl-icon>` : nothing}</span
        >
        <span class="grow truncate"
          >${this.search && node.trail.length > 0 ? html`<span class="muted">${node.trail.join(' › ')} › </span>` : nothing}${node.label}</span
        >
        <span class="muted small truncate">${node.origin || (node.type ? typeText(node.type) : '')}</span>
      </div>`;
  }

  private lines(): FieldNode[] {
    if (this.search.trim()) return findNodes(this.scope, this.search);
    const unfold = (node: FieldNode): FieldNode[] => [
      node,
      ...(this.opened.has(node.path) ? childNodes(this.scope, node).flatMap(unfold) : []),
    ];
    const roots = rootNodes(this.scope);
    return [
      ...roots.filter(({ group }) => group === 'record'),
      ...roots.filter(({ group }) => group === 'flow'),
    ].flatMap(unfold);
  }

  private open(): void {
    const [first] = rootNodes(this.scope);
    this.isOpen = true;
    this.search = '';
    this.active = 0;
    this.opened = new Set(first?.entity ? [first.path] : []);
    void this.updateComplete.then(() => {
      this.popup.showPopover();
      place(this.popup, this.trigger, { align: 'end' });
      this.popup.querySelector('input')?.focus();
    });
  }

  private onToggle(event: ToggleEvent): void {
    if (event.newState === 'closed') this.isOpen = false;
  }

  private find(search: string): void {
    this.search = search;
    this.active = 0;
  }

  private twist(event: Event, node: FieldNode): void {
    if (node.entity === '') return;
    event.stopPropagation();
    this.turn(node, !this.opened.has(node.path));
  }

  private turn({ path }: FieldNode, isOpen: boolean): void {
    const opened = new Set(this.opened);
    if (isOpen) opened.add(path);
    else opened.delete(path);
    this.opened = opened;
  }

  private choose({ path }: FieldNode): void {
    this.popup.hidePopover();
    this.trigger.focus();
    this.dispatchEvent(new CustomEvent('rl-choose', { detail: { path } }));
  }

  private onKey(event: KeyboardEvent): void {
    const lines = this.lines();
    const node = lines[this.active];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && lines.length > 0) {
      this.active = (this.active + step + lines.length) % lines.length;
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('.line.active')?.scrollIntoView({ block: 'nearest' }),
      );
    } else if (event.key === 'Enter' && node) this.choose(node);
    else if (event.key === 'ArrowRight' && node?.entity && this.search === '') this.turn(node, true);
    else if (event.key === 'ArrowLeft' && node && this.search === '') this.fold(node, lines);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** An open one closes; from inside one goes to what holds it. */
  private fold(node: FieldNode, lines: FieldNode[]): void {
    if (this.opened.has(node.path)) return this.turn(node, false);
    const holder = node.path.slice(0, node.path.lastIndexOf('.'));
    const at = lines.findIndex(({ path }) => path === holder);
    if (at >= 0) this.active = at;
  }
}
