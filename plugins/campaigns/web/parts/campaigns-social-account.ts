import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons, controls, formatNumber, t } from '../../../../web/index.ts';
import { counted, type SocialAccount, type SocialTarget } from './social-data.ts';
import { socialStyles } from './social-styles.ts';

const tones = { planned: 'neutral', posted: 'good', trial: 'accent', failed: 'bad', removed: 'neutral' };

/**
 * Whether a post goes to one account, what it says there, and what became of it. Fires `rl-choose`, `rl-say` with the
 * text or null for the common one, and `rl-take-down`.
 */
@customElement('campaigns-social-account')
export class CampaignsSocialAccount extends LitElement {
  @property({ attribute: false }) account!: SocialAccount;
  /** What the post says everywhere. */
  @property({ attribute: false }) text = '';
  @property({ attribute: false }) link = '';
  @property({ type: Boolean }) fixed = false;
  @state() private own: string | undefined;

  static override styles = [base, buttons, controls, socialStyles];

  protected override render() {
    const { id, name, network, target } = this.account;
    return html`<div class="account">
      <div class="top">
        <label
          ><input
            type="checkbox"
            .checked=${target !== null}
            ?disabled=${this.fixed}
            @change=${() => this.tell('rl-choose')}
          /><span class="truncate">${name} <span class="network">${network}</span></span></label
        >
        ${target ? this.renderCount(target) : nothing}
        ${
          target && target.state !== 'planned'
            ? html`<rl-tag tone=${tones[target.state]}>${t(`social.state.${target.state}`)}</rl-tag>`
            : nothing
        }
      </div>
      ${target ? this.renderOwn(target, id) : nothing}
      ${target?.reason ? html`<p class="reason">${target.reason}</p>` : nothing}
      ${target?.state === 'posted' ? this.renderCame(target) : nothing}
    </div>`;
  }

  private renderCount(target: SocialTarget) {
    const { isOver, words } = counted(this.own ?? target.text ?? this.text, this.link, this.account);
    return html`<span class="count ${isOver ? 'over' : ''}" role="status">${words}</span>`;
  }

  private renderOwn(target: SocialTarget, id: string) {
    const own = this.own ?? target.text;
    if (target.state !== 'planned' && target.state !== 'failed') return nothing;
    if (own === null || own === undefined)
      return this.fixed
        ? nothing
        : html`<button type="button" class="button link" @click=${() => (this.own = this.text)}>
            ${t('social.differently')}
          </button>`;
    return html`<div class="own">
      <textarea
        id=${id}
        class="control"
        aria-label=${t('social.textAt', { name: this.account.name })}
        maxlength="10000"
        ?disabled=${this.fixed}
        .value=${own}
        @input=${(event: Event) => (this.own = valueOf(event))}
        @change=${() => this.tell('rl-say', this.own ?? null)}
      ></textarea>
      ${
        this.fixed
          ? nothing
          : html`<button
              type="button"
              class="button link"
              @click=${() => {
                this.own = undefined;
                if (target.text !== null) this.tell('rl-say', null);
              }}
            >
              ${t('social.same')}
            </button>`
      }
    </div>`;
  }

  private renderCame({ link, likes, shares, replies }: SocialTarget) {
    const said = Object.entries({ likes, shares, replies }).flatMap(([name, count]) =>
      count === null ? [] : [t(`social.${name}`, { count: formatNumber(count) })],
    );
    return html`<p class="came">
      ${link ? html`<a href=${link} target="_blank" rel="noreferrer">${t('social.open')}</a>` : nothing}
      ${said.map((words) => html`<span>${words}</span>`)}
      ${
        this.account.can.remove
          ? html`<button type="button" class="button link danger" @click=${() => this.tell('rl-take-down')}>
              ${t('social.takeDown')}
            </button>`
          : nothing
      }
    </p>`;
  }

  private tell(name: string, detail: string | null = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

// The cast: the listener stands on a text area.
const valueOf = (event: Event): string => (event.target as HTMLTextAreaElement).value;
