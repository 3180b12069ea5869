import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-time.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import { listChanges, restoreChange, type ScreenChangeItem } from './design-data.ts';

/** Who changed a screen when; each state can be brought back. Fires `rl-restored` and `rl-close`. */
@customElement('rl-screen-history')
export class RlScreenHistory extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: 'screen-id' }) screenId = '';
  @state() private items: ScreenChangeItem[] | undefined;

  static override styles = [
    base,
    buttons,
    css`
      li {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 36px;
        border-bottom: 1px solid var(--rl-line);
      }
      .what {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  protected override firstUpdated(): void {
    listChanges(this.screenId).then(
      (items) => (this.items = items),
      (error: unknown) => showProblem(error),
    );
  }

  protected override render() {
    return html`<rl-dialog open heading=${t('screens.history')}>
      ${this.items?.length === 0 ? html`<p class="muted">${t('screens.noHistory')}</p>` : nothing}
      <ul>
        ${(this.items ?? []).map((item, index) => this.renderItem(item, index))}
      </ul>
    </rl-dialog>`;
  }

  private renderItem(item: ScreenChangeItem, index: number) {
    const role = this.meta.roles.find(({ id }) => id === item.role)?.label ?? item.role;
    const forWhom = role ?? (item.device ? t('screens.onPhones') : t('screens.everybody'));
    const key = item.isEmpty ? (item.kind === 'overlay' ? 'reset' : 'deleted') : 'saved';
    return html`<li>
      <span class="what truncate"
        >${t(`screens.history.${key}`, { who: item.author ?? t('screens.somebody') })}
        <span class="muted">· ${forWhom}${item.note ? ` · ${item.note}` : ''}</span></span
      >
      <rl-time value=${item.changedAt}></rl-time>
      ${
        index === 0 || (item.isEmpty && item.kind === 'definition')
          ? nothing
          : html`<button type="button" class="button" @click=${() => this.restore(item)}>
              ${t('screens.restore')}
            </button>`
      }
    </li>`;
  }

  private async restore(item: ScreenChangeItem): Promise<void> {
    try {
      await restoreChange(this.screenId, item.id);
      showToast({ text: t('screens.restored') });
      this.dispatchEvent(new CustomEvent('rl-restored'));
      this.dispatchEvent(new CustomEvent('rl-meta-changed', { bubbles: true, composed: true }));
      this.dispatchEvent(new CustomEvent('rl-close'));
    } catch (error) {
      showProblem(error);
    }
  }
}
