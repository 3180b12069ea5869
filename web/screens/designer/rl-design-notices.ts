import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { operationId } from '../../../core/screen/overlay/operation.ts';
import type { Conflict } from '../../../core/screen/overlay/three-way.ts';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-icon.ts';
import type { TreeNode } from './design-data.ts';
import type { DesignModel } from './design-model.ts';
import type { Naming } from './node-label.ts';
import { originalWords, ownWords, placeName, settingName, settleUpgrade } from './upgrade.ts';

/** What an upgrade of the original means for the changes here, and what no longer finds its place. */
@customElement('rl-design-notices')
export class RlDesignNotices extends LitElement {
  @property({ attribute: false }) model!: DesignModel;
  @property({ attribute: false }) tree!: TreeNode;
  @property({ attribute: false }) naming!: Naming;
  @state() private isOpen = false;
  @state() private theirs: ReadonlySet<Conflict> = new Set();

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
    const conflicts = this.model.isSettled ? [] : (opened.upgrade?.conflicts ?? []);
    // A part that is gone is told once, however much of it was changed.
    const told = new Map(broken.map((each) => [`${each.problem} ${operationId(each.operation)}`, each]));
    return html`${[...told.values()].map(
      ({ operation, problem, text }) =>
        html`<div class="notice" role="status">
          <rl-icon name="triangle-alert"></rl-icon><span>${text}</span>
          <button
            type="button"
            class="button"
            @click=${() => {
              for (const each of broken)
                if (operationId(each.operation) === operationId(operation) && each.problem === problem)
                  this.model.discard(each.operation);
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
        ${conflicts.map((conflict, index) => this.renderConflict(conflict, index))}
      </table>
      <button slot="footer" type="button" class="button" @click=${() => (this.isOpen = false)}>
        ${t('action.cancel')}
      </button>
      <button slot="footer" type="button" class="button primary" @click=${() => this.settle()}>
        ${t('screens.apply')}
      </button>
    </rl-dialog>`;
  }

  private renderConflict(conflict: Conflict, index: number) {
    const reading = { model: this.model, naming: this.naming };
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
          name=${`conflict-${index}`}
          .checked=${isTheirs === wants}
          @change=${() => choose(wants)}
        />${text}</label
      >`;
    const setting = settingName(conflict);
    return html`<tr>
      <td>
        ${placeName(this.model, conflict.operation, this.naming)}
        ${setting ? html`<div>${setting}</div>` : nothing}
        <div class="muted small">${t(`screens.conflict.${conflict.kind}`)}</div>
      </td>
      <td>${originalWords(conflict, 'was', reading)}</td>
      <td>${radio(true, originalWords(conflict, 'is', reading))}</td>
      <td>${radio(false, ownWords(conflict, this.naming))}</td>
    </tr>`;
  }

  private settle(): void {
    settleUpgrade(this.model, this.theirs);
    this.isOpen = false;
    this.edited();
  }

  private edited(): void {
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('rl-edited'));
  }
}
