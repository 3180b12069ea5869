import { LitElement, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, gather, onLive, t, type MetaEntity, type RecordItem } from '../../../web/index.ts';
import './talk/service-composer.ts';
import './talk/service-merge.ts';
import './talk/service-message.ts';
import { readTalk, type Talk } from './talk/talk-data.ts';
import { talkStyles } from './talk/talk-styles.ts';
import './talk/texts.ts';

/** Others may have stopped writing without a sign. */
const lookAgain = 20_000;

/** What was said about a request, oldest first, and where one says more. */
@customElement('service-talk')
export class ServiceTalk extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) pulse = 0;
  @state() private talk: Talk | undefined;
  @state() private error: unknown;
  private readonly again = gather<null>(600, () => void this.load());
  private stops: (() => void)[] = [];

  static override styles = [base, talkStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    const timer = setInterval(() => this.talk?.others.length && this.again(null), lookAgain);
    this.stops = [
      onLive('record', ({ entity }) => /^ticket-(message|draft)$/.test(entity) && this.again(null)),
      onLive('resync', () => this.again(null)),
      () => clearInterval(timer),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
    this.again.cancel();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('record');
    if (!changed.has('record') || before?.id === this.record.id) return;
    this.talk = undefined;
    void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    const { talk, record } = this;
    if (!talk) return html`<rl-skeleton rows="5"></rl-skeleton>`;
    const customer = String(record['requesterName'] ?? record['requesterEmail'] ?? '');
    return html`<service-merge .record=${record} ?canMerge=${this.entity.can.update}></service-merge>${
        talk.messages.length === 0
          ? html`<rl-empty
              icon="message-square"
              heading=${t('service.web.talk.empty')}
              text=${t('service.web.talk.emptyText')}
            ></rl-empty>`
          : html`<ol aria-label=${t('service.web.talk.conversation')} @talk-changed=${() => this.load()}>
              ${repeat(
                talk.messages,
                ({ id }) => id,
                (message) =>
                  html`<li class=${message.kind}>
                    <service-message
                      .message=${message}
                      ?canSplit=${this.entity.can.create && talk.messages.length > 1}
                    ></service-message>
                  </li>`,
              )}
            </ol>`
      }
      ${
        this.entity.can.update && !record['mergedInto']
          ? html`<service-composer
              ticket=${record.id}
              customer=${customer}
              ?isSpoken=${['phone', 'other'].includes(String(record['channel']))}
              ?isReached=${record['channel'] === 'chat' || Boolean(record['requesterEmail'])}
              .talk=${talk}
              @talk-changed=${() => this.load()}
            ></service-composer>`
          : ''
      }`;
  }

  private async load(): Promise<void> {
    const { id } = this.record;
    try {
      const talk = await readTalk(id);
      if (id !== this.record.id) return;
      this.talk = talk;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
