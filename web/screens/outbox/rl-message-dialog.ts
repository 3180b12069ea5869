import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { showProblem, showToast } from '../../components/toast.ts';
import { t } from '../../data/i18n.ts';
import { actOnMessages, readOutboxMessage, type OutboxMessage } from '../../data/outbox.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-button.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';
import { outcomeOf, reasonOf } from './message-state.ts';

/** One message: what became of it, and what it says. Fires `rl-close`, and `rl-changed` when it was acted on. */
@customElement('rl-message-dialog')
export class RlMessageDialog extends LitElement {
  @property({ attribute: 'message-id' }) messageId = '';
  @property({ type: Boolean }) manages = false;
  @state() private message: OutboxMessage | undefined;

  static override styles = [
    base,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 4px 16px;
        margin-bottom: 12px;
      }
      dt {
        color: var(--rl-muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
      iframe {
        width: 100%;
        height: 48vh;
        border: 1px solid var(--rl-line);
        border-radius: var(--rl-radius);
        background: #fff;
      }
      pre {
        max-height: 48vh;
        overflow: auto;
        font: inherit;
        white-space: pre-wrap;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('messageId')) void this.load();
  }

  protected override render() {
    const { message } = this;
    return html`<rl-dialog open size="large" heading=${message?.subject || t('outbox.message')}>
      ${message ? this.renderMessage(message) : html`<rl-skeleton rows="8"></rl-skeleton>`}
      ${message && this.manages ? this.renderActions(message) : nothing}
    </rl-dialog>`;
  }

  private renderMessage(message: OutboxMessage) {
    const outcome = outcomeOf(message);
    const reason = reasonOf(message);
    const rows: [string, unknown][] = [
      [t('outbox.to'), message.recipientName],
      [t('outbox.purpose'), message.purposeName],
      [t('outbox.state'), html`<rl-tag tone=${outcome.tone}>${outcome.label}</rl-tag> ${reason}`],
      [t('outbox.at'), html`<rl-time value=${message.sentAt ?? message.createdAt}></rl-time>`],
      ...(message.unclear > 0
        ? [
            [t('outbox.unclear.label'), t('outbox.unclear', { count: message.unclear })] satisfies [
              string,
              unknown,
            ],
          ]
        : []),
    ];
    return html`<dl>
        ${rows.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      ${
        message.content?.isGone
          ? html`<p class="muted">${t('outbox.gone')}</p>`
          : message.content?.html
            ? html`<iframe sandbox title=${t('outbox.content')} .srcdoc=${message.content.html}></iframe>`
            : html`<pre>${message.content?.text ?? ''}</pre>`
      }`;
  }

  private renderActions({ id, state }: OutboxMessage) {
    if (state === 'waiting')
      return html`<rl-button slot="footer" @click=${() => this.act('stop', id)}
        >${t('outbox.stop')}</rl-button
      >`;
    if (['failed', 'refused', 'cancelled'].includes(state))
      return html`<rl-button slot="footer" variant="primary" @click=${() => this.act('send-again', id)}
        >${t('outbox.again')}</rl-button
      >`;
    return nothing;
  }

  private async act(act: 'stop' | 'send-again', id: string): Promise<void> {
    try {
      const { changed } = await actOnMessages(act, [id]);
      showToast({ text: t(changed > 0 ? `outbox.done.${act}` : 'outbox.done.nothing') });
      this.dispatchEvent(new CustomEvent('rl-changed'));
      await this.load();
    } catch (error) {
      showProblem(error);
    }
  }

  private async load(): Promise<void> {
    try {
      this.message = await readOutboxMessage(this.messageId);
    } catch (error) {
      showProblem(error);
      this.dispatchEvent(new CustomEvent('rl-close'));
    }
  }
}
