import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons, showProblem, showToast, t } from '../../../../web/index.ts';
import { linkParts } from '../../widgets/parts/link-parts.ts';
import { splitOff, type Message } from './talk-data.ts';
import { talkStyles } from './talk-styles.ts';

const linked = (text: string) =>
  linkParts(text).map((part) =>
    part.isLink
      ? html`<a href=${part.text} target="_blank" rel="noopener noreferrer">${part.text}</a>`
      : part.text,
  );

/** Longer ones are folded, so that one sees who said what in which order. */
const foldedAfter = 1_200;

/** One thing that was said. */
@customElement('service-message')
export class ServiceMessage extends LitElement {
  @property({ attribute: false }) message!: Message;
  @property({ type: Boolean }) canSplit = false;
  @state() private isOpen = false;

  static override styles = [base, buttons, talkStyles];

  protected override render() {
    const { message } = this;
    const isLong = message.text.length > foldedAfter || message.text.split('\n').length > 14;
    const isShort = (isLong || message.isAutomatic === true) && !this.isOpen;
    return html`${this.renderHead()}
      ${
        message.sender === 'failed'
          ? html`<p class="alarm" role="alert">
              <rl-icon name="triangle-alert"></rl-icon>${t('service.web.talk.failed')}
            </p>`
          : nothing
      }
      <div class="text ${isShort ? 'short' : ''}">${linked(message.text)}</div>
      ${
        isLong
          ? html`<button type="button" class="button link" @click=${() => (this.isOpen = !this.isOpen)}>
              ${t(this.isOpen ? 'service.web.talk.less' : 'service.web.talk.all')}
            </button>`
          : nothing
      }
      ${this.renderFiles()}`;
  }

  private renderHead() {
    const { message } = this;
    const name =
      message.author?.title ?? message.from?.replace(/\s*<[^>]*>$/, '') ?? t('service.web.talk.us');
    // Who writes chooses the name: a stranger may have taken that of a colleague.
    const address = message.author ? undefined : /<([^>]+)>$/.exec(message.from ?? '')?.[1];
    return html`<div class="head">
      <rl-avatar name=${name}></rl-avatar>
      <b class="truncate" title=${message.from ?? name}>${name}</b>
      ${address && address !== name ? html`<span class="address truncate">${address}</span>` : nothing}
      ${message.kind === 'note' ? html`<rl-tag tone="warn">${t('service.web.talk.note')}</rl-tag>` : nothing}
      ${message.isAutomatic ? html`<rl-tag>${t('service.web.talk.automatic')}</rl-tag>` : nothing}
      <span class="grow"></span>
      <rl-time value=${message.at}></rl-time>
      ${
        this.canSplit && message.kind === 'inbound'
          ? html`<rl-menu
              align="end"
              label=${t('service.web.talk.more')}
              .items=${[{ id: 'split', label: t('service.web.talk.split'), icon: 'split' }]}
              @rl-select=${this.split}
            >
              <button
                slot="trigger"
                type="button"
                class="button ghost square"
                aria-label=${t('service.web.talk.more')}
                title=${t('service.web.talk.more')}
              >
                <rl-icon name="ellipsis"></rl-icon>
              </button>
            </rl-menu>`
          : nothing
      }
    </div>`;
  }

  private renderFiles() {
    const { files } = this.message;
    if (files.length === 0) return nothing;
    return html`<div class="files">
      ${files.map(
        (file) =>
          html`<a class="file" href=${file.href} download=${file.name}
            ><rl-icon name="paperclip"></rl-icon>${file.name}</a
          >`,
      )}
    </div>`;
  }

  private async split(): Promise<void> {
    try {
      const { id } = await splitOff(this.message.id);
      showToast({
        text: t('service.web.talk.splitDone'),
        action: {
          label: t('service.web.talk.open'),
          run: () => {
            location.assign(`/r/ticket/${id}`);
          },
        },
      });
      this.dispatchEvent(new CustomEvent('talk-changed', { bubbles: true, composed: true }));
    } catch (error) {
      showProblem(error);
    }
  }
}
