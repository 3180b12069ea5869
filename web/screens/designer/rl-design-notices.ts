import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { applyOverlay } from '../../../core/screen/overlay/apply.ts';
import { operationId } from '../../../core/screen/overlay/operation.ts';
import type { Conflict } from '../../../core/screen/overlay/three-way.ts';
import { findPlace } from '../../../core/screen/tree/walk.ts';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-icon.ts';
import type { TreeNode } from './design-data.ts';
import type { DesignModel } from './design-model.ts';
import { nodeLabel, textOf, type Naming } from './node-label.ts';

/** What an upgrade of the original means for the changes here, and what no longer finds its place. */
@customElement('rl-design-notices')
export class RlDesignNotices extends LitElement {
  @property({ attribute: false }) model!: DesignModel;
  @property({ attribute: false }) tree!: TreeNode;
  @property({ attribute: false }) naming!: Naming;
  @state() private isOpen = false;
  @state() private theirs: ReadonlySet<Conflict> = new Set();
  private settled: DesignModel | undefined;

  static override styles = [
    base,
    buttons,
    css`
      .notice {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 5px 16px;
        border-bottom: 1px solid var(--rl-line);
        background: var(--rl-warn-soft);
        color: var(--rl-warn-text);
      }
      .notice button {
        margin-left: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 6px 8px;
        border-bottom: 1px solid var(--rl-line);
        text-align: left;
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      th {
        color: var(--rl-muted);
        font-weight: 500;
      }
      label {
        display: flex;
        gap: 6px;
      }
    `,
  ];

  protected override render() {
    const { opened, keep } = this.model;
    const broken = opened.broken.filter(({ operation }) => keep.includes(operation));
    const conflicts = this.settled === this.model ? [] : (opened.upgrade?.conflicts ?? []);
    return html`${broken.map(
      ({ operation, text }) =>
        html`<div class="notice" role="status">
          <rl-icon name="triangle-alert"></rl-icon><span>${text}</span>
          <button
            type="button"
            class="button"
            @click=${() => {
              this.model.discard(operation);
              this.edited();
            }}
          >
            ${t('screens.discard')}
          </button>
        </div>`,
    )}
    ${
      conflicts.length > 0
        ? html`<div class="notice" role="status">
            <rl-icon name="git-branch"></rl-icon
            ><span>${t('screens.upgrade', { count: conflicts.length })}</span>
            <button type="button" class="button" @click=${() => (this.isOpen = true)}>
              ${t('screens.compare')}
            </button>
          </div>`
        : nothing
    }
    ${this.isOpen ? this.renderDialog(conflicts) : nothing}`;
  }

  private renderDialog(conflicts: readonly Conflict[]) {
    return html`<rl-dialog
      open
      size="large"
      heading=${t('screens.upgradeTitle')}
      @rl-close=${() => (this.isOpen = false)}
    >
      <p class="muted">${t('screens.upgradeText')}</p>
      <table>
        <tr>
          <th scope="col">${t('screens.what')}</th>
          <th scope="col">${t('screens.was')}</th>
          <th scope="col">${t('screens.is')}</th>
          <th scope="col">${t('screens.mine')}</th>
        </tr>
        ${conflicts.map((conflict) => this.renderConflict(conflict))}
      </table>
      <button slot="footer" type="button" class="button" @click=${() => (this.isOpen = false)}>
        ${t('action.cancel')}
      </button>
      <button slot="footer" type="button" class="button primary" @click=${() => this.settle(conflicts)}>
        ${t('screens.apply')}
      </button>
    </rl-dialog>`;
  }

  private renderConflict(conflict: Conflict) {
    const { operation, kind, was, is } = conflict;
    const id = operationId(operation);
    const node = findPlace(this.tree, id)?.node ?? findPlace(this.model.opened.base, id)?.node;
    const isTheirs = this.theirs.has(conflict);
    const choose = (wants: boolean): void => {
      const next = new Set(this.theirs);
      if (wants) next.add(conflict);
      else next.delete(conflict);
      this.theirs = next;
    };
    const radio = (wants: boolean, text: string) =>
      html`<label
        ><input
          type="radio"
          name=${`${operation.op} ${id}`}
          .checked=${isTheirs === wants}
          @change=${() => choose(wants)}
        />${text}</label
      >`;
    return html`<tr>
      <td>
        ${node ? nodeLabel(node, this.naming) : id}
        <div class="muted small">${t(`screens.conflict.${kind}`)}</div>
      </td>
      <td>${this.words(was)}</td>
      <td>${radio(true, this.words(is))}</td>
      <td>
        ${radio(false, this.words(operation.op === 'set' ? operation.value : t(`screens.op.${operation.op}`)))}
      </td>
    </tr>`;
  }

  private words(value: unknown): string {
    if (value === null || value === undefined) return t('screens.none');
    if (typeof value === 'object' && 'node' in value) return nodeLabel(value as TreeNode, this.naming); // a node
    const text = textOf(value, this.naming.texts);
    return typeof text === 'string' && text ? text : JSON.stringify(value);
  }

  /** Where theirs is taken, the change of this overlay goes; saving then stands on the base as it is now. */
  private settle(conflicts: readonly Conflict[]): void {
    const gone = conflicts.filter((conflict) => this.theirs.has(conflict));
    const isGone = (operation: { op: string }, id: string): boolean =>
      gone.some((each) => each.operation.op === operation.op && operationId(each.operation) === id);
    const left = this.model.operations().filter((operation) => !isGone(operation, operationId(operation)));
    for (const operation of this.model.keep)
      if (isGone(operation, operationId(operation))) this.model.discard(operation);
    this.model.replace(applyOverlay(this.model.opened.base, left).tree);
    this.settled = this.model;
    this.isOpen = false;
    this.edited();
  }

  private edited(): void {
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('rl-edited'));
  }
}
