import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { formatRelative, locale, t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import {
  listSubscriptions,
  removeSubscription,
  saveSubscription,
  sendSubscription,
  type Subscription,
  type SubscriptionInput,
} from '../../data/subscriptions.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-select.ts';
import '../../components/rl-skeleton.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import './texts.ts';

const rhythms = ['day', 'week', 'month'] as const;
const languages = [
  { value: 'en', label: 'English' },
  { value: 'zh-CN', label: '简体中文' },
];

/** A report or a dashboard by mail, for oneself. Fires `rl-close`. */
@customElement('rl-subscribe')
export class RlSubscribe extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() kind: Subscription['kind'] = 'report';
  @property() target = '';
  @state() private all: Subscription[] | undefined;
  @state() private error: unknown;
  @state() private choice: Pick<SubscriptionInput, 'rhythm' | 'language'> = {
    rhythm: 'week',
    language: locale(),
  };

  static override styles = [
    base,
    buttons,
    css`
      .form {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
      }
      p {
        margin-bottom: 12px;
        color: var(--rl-muted);
      }
      .others {
        margin: 16px 0 0;
        padding-top: 12px;
        border-top: 1px solid var(--rl-line);
        font-size: var(--rl-size-small);
      }
      .stop {
        margin-right: auto;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    return html`<rl-dialog open size="small" heading=${t('subscribe.title')}
      >${this.renderBody()} ${this.meta.actor.email ? this.renderButtons() : nothing}</rl-dialog
    >`;
  }

  private renderBody() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    const { email } = this.meta.actor;
    if (!email) return html`<p>${t('subscribe.noAddress')}</p>`;
    if (!this.all) return html`<rl-skeleton rows="3"></rl-skeleton>`;
    return html`<p>${t('subscribe.text', { email })}</p>
      <div class="form">
        <label class="field"
          ><span class="field-label">${t('subscribe.rhythm')}</span>
          <rl-select
            label=${t('subscribe.rhythm')}
            .options=${rhythms.map((value) => ({ value, label: t(`subscribe.${value}`) }))}
            value=${this.choice.rhythm}
            @change=${(event: CustomEvent<{ value: Subscription['rhythm'] }>) =>
              (this.choice = { ...this.choice, rhythm: event.detail.value })}
          ></rl-select
        ></label>
        <label class="field"
          ><span class="field-label">${t('subscribe.language')}</span>
          <rl-select
            label=${t('subscribe.language')}
            .options=${languages}
            value=${this.choice.language}
            @change=${(event: CustomEvent<{ value: Subscription['language'] }>) =>
              (this.choice = { ...this.choice, language: event.detail.value })}
          ></rl-select
        ></label>
      </div>
      ${this.renderStanding()} ${this.renderOthers(this.all)}`;
  }

  private renderStanding() {
    const own = this.own();
    if (!own) return nothing;
    const next = t('subscribe.next', { when: formatRelative(own.dueAt) });
    const last =
      own.outcome && own.endedAt
        ? t(`subscribe.${own.outcome}`, { when: formatRelative(own.endedAt) })
        : undefined;
    return html`<p class="others">${[next, last].filter(Boolean).join(' ')}</p>`;
  }

  private renderOthers(all: readonly Subscription[]) {
    const others = all.filter((one) => one !== this.own() && one.name);
    if (others.length === 0) return nothing;
    return html`<p class="others">
      ${t('subscribe.others')}
      ${others.map(
        (one, index) =>
          html`${index > 0 ? ', ' : ''}<a
              href="${one.kind === 'report' ? '/reports/' : '/s/'}${encodeURIComponent(one.target)}"
              >${one.name}</a
            >`,
      )}
    </p>`;
  }

  private renderButtons() {
    const own = this.own();
    return html`${
        own
          ? html`<button slot="footer" type="button" class="button ghost stop" @click=${() => this.stop(own)}>
                ${t('subscribe.stop')}
              </button>
              <button slot="footer" type="button" class="button" @click=${() => this.send(own)}>
                ${t('subscribe.now')}
              </button>`
          : nothing
      }
      <button slot="footer" type="button" class="button primary" ?disabled=${!this.all} @click=${this.save}>
        ${t(own ? 'action.save' : 'subscribe.do')}
      </button>`;
  }

  private own(): Subscription | undefined {
    return this.all?.find(({ kind, target }) => kind === this.kind && target === this.target);
  }

  private async load(): Promise<void> {
    try {
      this.all = await listSubscriptions();
      this.error = undefined;
      const own = this.own();
      if (own) this.choice = { rhythm: own.rhythm, language: own.language };
    } catch (error) {
      this.error = error;
    }
  }

  private async save(): Promise<void> {
    const { kind, target, choice } = this;
    await this.act(() => saveSubscription({ kind, target, ...choice }), t('subscribe.saved'));
  }

  private async stop(own: Subscription): Promise<void> {
    const { kind, target, rhythm, language } = own;
    await this.act(
      () => removeSubscription(own.id),
      t('subscribe.stopped'),
      () => saveSubscription({ kind, target, rhythm, language }),
    );
  }

  private async send(own: Subscription): Promise<void> {
    await this.act(() => sendSubscription(own.id), t('subscribe.sentNow', { email: this.meta.actor.email }));
  }

  private async act(run: () => Promise<unknown>, said: string, undo?: () => Promise<unknown>): Promise<void> {
    try {
      await run();
      this.dispatchEvent(new CustomEvent('rl-close'));
      showToast({
        text: said,
        ...(undo && {
          action: {
            label: t('action.undo'),
            run: async () => {
              await undo();
            },
          },
        }),
      });
    } catch (error) {
      showProblem(error);
    }
  }
}
