import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-tag.ts';
import type { FindingView, TreeNode } from './design-data.ts';
import type { DesignModel, Mark } from './design-model.ts';
import { nodeLabel, type Naming } from './node-label.ts';
import { outlineStep } from './outline-step.ts';

const tones: Record<Mark, string> = { added: 'good', moved: 'violet', changed: 'violet', hidden: 'neutral' };

/**
 * The screen as a tree, for the keyboard: arrows go, Alt and arrows move, Delete hides, Enter goes to the
 * properties. Fires `rl-choose` {id}, `rl-edited` after a change, and `rl-properties`.
 */
@customElement('rl-design-outline')
export class RlDesignOutline extends LitElement {
  @property({ attribute: false }) model!: DesignModel;
  @property({ attribute: false }) tree!: TreeNode;
  @property({ attribute: false }) naming!: Naming;
  @property({ attribute: false }) problems: FindingView[] = [];
  @property() selected = '';

  static override styles = [
    base,
    css`
      :host {
        display: block;
        padding: 6px 4px;
      }
      .row {
        display: flex;
        align-items: center;
        gap: 6px;
        width: 100%;
        min-height: 26px;
        padding: 0 6px;
        border-radius: var(--rl-radius);
        cursor: default;
      }
      .row:hover {
        background: var(--rl-hover);
      }
      .row[aria-selected='true'] {
        background: var(--rl-accent-soft);
        color: var(--rl-accent-text);
      }
      .row.hidden {
        color: var(--rl-muted);
        text-decoration: line-through;
      }
      .kind {
        flex: none;
        color: var(--rl-muted);
        font-size: var(--rl-size-label);
      }
      .warn {
        color: var(--rl-warn-text);
      }
      rl-icon {
        width: 13px;
        height: 13px;
      }
      .end {
        display: flex;
        align-items: center;
        gap: 4px;
        margin-left: auto;
      }
    `,
  ];

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('selected')) this.row(this.selected)?.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    const marks = this.model.marks();
    return html`<div role="tree" aria-label=${t('screens.outline')} @keydown=${this.onKey}>
      ${this.renderNode(this.tree, { depth: 0, marks })}
    </div>`;
  }

  private renderNode(
    node: TreeNode,
    { depth, marks }: { depth: number; marks: ReadonlyMap<string, Mark> },
  ): TemplateResult {
    const mark = marks.get(node.id);
    const problem = this.problems.find((each) => each.node === node.id);
    const isSelected = node.id === this.selected;
    const isPlain = node.node === 'field' || node.node === 'part' || node.node === 'screen';
    return html`<div
        class="row ${node.hidden ? 'hidden' : ''}"
        role="treeitem"
        aria-level=${depth + 1}
        aria-selected=${isSelected}
        aria-expanded=${node.children ? 'true' : nothing}
        tabindex=${isSelected || (!this.selected && depth === 0) ? 0 : -1}
        data-id=${node.id}
        style=${styleMap({ paddingLeft: `${6 + depth * 12}px` })}
        @click=${() => this.choose(node.id)}
      >
        <span class="truncate">${nodeLabel(node, this.naming)}</span>
        ${isPlain ? nothing : html`<span class="kind">${t(`screens.part.${node.node}`)}</span>`}
        <span class="end">
          ${problem ? html`<rl-icon class="warn" name="triangle-alert" label=${problem.text} title=${problem.text}></rl-icon>` : nothing}
          ${mark && depth > 0 ? html`<rl-tag tone=${tones[mark]}>${t(`screens.mark.${mark}`)}</rl-tag>` : nothing}
        </span>
      </div>
      ${(node.children ?? []).map((child) => this.renderNode(child, { depth: depth + 1, marks }))}`;
  }

  private rows(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
  }

  private row(id: string): HTMLElement | undefined {
    return this.rows().find((row) => row.dataset['id'] === id);
  }

  private onKey(event: KeyboardEvent): void {
    const { selected, model } = this;
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.altKey && (by || event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      if (outlineStep(model, selected, event.key)) this.edited();
    } else if (by) {
      event.preventDefault();
      const rows = this.rows();
      const at = rows.findIndex((row) => row.dataset['id'] === selected);
      const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
      if (next) this.choose(next.dataset['id'] ?? '');
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      const node = model.find(selected);
      if (!node || node.node === 'part' || node.node === 'screen') return;
      if (node.hidden) model.unhide(selected);
      else model.remove(selected);
      this.edited();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('rl-properties'));
    }
  }

  private edited(): void {
    this.dispatchEvent(new CustomEvent('rl-edited'));
    void this.updateComplete.then(() => this.row(this.selected)?.focus());
  }

  private choose(id: string): void {
    this.dispatchEvent(new CustomEvent('rl-choose', { detail: { id } }));
    void this.updateComplete.then(() => this.row(id)?.focus());
  }
}
