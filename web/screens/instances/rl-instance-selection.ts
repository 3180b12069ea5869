import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import type { Action } from '../../data/operate.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { selectionBar } from '../../styles/selection-bar.ts';
import '../../components/rl-button.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-icon.ts';
import { ToastRoom } from '../../components/toast-room.ts';

const actions: { action: Action; icon: string; asks?: true }[] = [
  { action: 'retry', icon: 'rotate-ccw' },
  { action: 'resolve', icon: 'check', asks: true },
  { action: 'suspend', icon: 'circle-pause' },
  { action: 'resume', icon: 'play' },
  { action: 'cancel', icon: 'circle-x', asks: true },
];

/** What can be done with the instances selected. Fires `rl-act` with `detail: {action}`, `rl-all` and `rl-clear`. */
@customElement('rl-instance-selection')
export class RlInstanceSelection extends LitElement {
  @property({ type: Number }) count = 0;
  /** All that the question finds, shown or not. */
  @property({ type: Boolean }) all = false;
  @property({ type: Boolean }) more = false;
  @state() private asked: Action | undefined;

  protected readonly toastRoom = new ToastRoom(this, () => this.count > 0);

  static override styles = [
    base,
    buttons,
    selectionBar,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  protected override render() {
    const { asked } = this;
    return html`<div class="selection" role="toolbar" aria-label=${t('instances.selection')}>
        <b>${this.all ? t('instances.selectedAll') : t('instances.selected', { count: this.count })}</b>
        ${
          this.more && !this.all
            ? html`<button type="button" class="button ghost" @click=${() => this.say('rl-all')}>
                ${t('instances.allThatFit')}
              </button>`
            : nothing
        }
        ${actions.map(
          ({ action, icon, asks }) =>
            html`<button
              type="button"
              class="button ghost"
              aria-label=${t(`instances.${action}`)}
              title=${t(`instances.${action}`)}
              @click=${() => (asks ? (this.asked = action) : this.act(action))}
            >
              <rl-icon name=${icon}></rl-icon><span class="text">${t(`instances.${action}`)}</span>
            </button>`,
        )}
        <button
          type="button"
          class="button ghost square"
          aria-label=${t('instances.clear')}
          @click=${() => this.say('rl-clear')}
        >
          <rl-icon name="x"></rl-icon>
        </button>
      </div>
      ${
        asked
          ? html`<rl-dialog
              open
              size="small"
              heading=${t(`instances.ask.${asked}`)}
              @rl-close=${() => (this.asked = undefined)}
            >
              <p>${t(`instances.ask.${asked}.text`)}</p>
              <rl-button slot="footer" @click=${() => (this.asked = undefined)}
                >${t('instances.keep')}</rl-button
              >
              <rl-button
                slot="footer"
                variant=${asked === 'cancel' ? 'danger' : 'primary'}
                @click=${() => this.act(asked)}
                >${t(`instances.${asked}`)}</rl-button
              >
            </rl-dialog>`
          : nothing
      }`;
  }

  private act(action: Action): void {
    this.asked = undefined;
    this.dispatchEvent(new CustomEvent('rl-act', { detail: { action } }));
  }

  private say(event: 'rl-all' | 'rl-clear'): void {
    this.dispatchEvent(new CustomEvent(event));
  }
}
