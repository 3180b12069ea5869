import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { formatNumber, t } from '../../data/i18n.ts';
import { may, type Meta } from '../../data/meta.ts';
import {
  listOutbox,
  messageStates,
  type OutboxMessage,
  type OutboxPage,
  type OutboxQuestion,
} from '../../data/outbox.ts';
import { queryParam, replaceQuery } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import { filteredTable } from '../../styles/filtered-table.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-button.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-select.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';
import { showProblem } from '../../components/toast.ts';
import { outcomeOf, reasonOf } from './message-state.ts';
import { outboxStyles } from './outbox-styles.ts';
import './rl-message-dialog.ts';

const reloadAfter = 5_000;
const typingPause = 250;

/** Everything that goes out: what waits and why, what was sent, and what came of it. */
@customElement('rl-outbox-screen')
export class RlOutboxScreen extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private question: OutboxQuestion = {};
  @state() private page: OutboxPage | undefined;
  @state() private items: OutboxMessage[] = [];
  @state() private error: unknown;
  @state() private shown = '';
  private timer: ReturnType<typeof setInterval> | undefined;
  private typing: ReturnType<typeof setTimeout> | undefined;

  static override styles = [base, buttons, controls, filteredTable, outboxStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.question = Object.fromEntries(
      ['state', 'channel', 'search', 'record', 'campaign'].flatMap((name) => {
        const value = queryParam(name);
        return value ? [[name, value]] : [];
      }),
    );
    void this.load();
    this.timer = setInterval(() => void this.loadQuietly(), reloadAfter);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render() {
    return html`<rl-bar heading=${t('outbox.title')}></rl-bar>
      ${this.page?.isTrial ? html`<p class="trial" role="note">${t('outbox.trial')}</p>` : nothing}
      <div class="filters" role="search">
        <input
          class="control"
          type="search"
          placeholder=${t('outbox.search')}
          aria-label=${t('outbox.search')}
          .value=${this.question.search ?? ''}
          @input=${(event: Event) => this.type((event.target as HTMLInputElement).value)}
        />
        <rl-select
          label=${t('outbox.state')}
          placeholder=${t('outbox.state.any')}
          .options=${messageStates.map((value) => ({ value, label: this.stateLabel(value) }))}
          .value=${this.question.state ?? ''}
          @change=${(event: CustomEvent<{ value: string }>) => this.ask({ state: event.detail.value })}
        ></rl-select>
        <rl-select
          label=${t('outbox.channel')}
          placeholder=${t('outbox.channel.any')}
          .options=${(this.page?.channels ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          .value=${this.question.channel ?? ''}
          @change=${(event: CustomEvent<{ value: string }>) => this.ask({ channel: event.detail.value })}
        ></rl-select>
      </div>
      <div class="body" tabindex="0" role="region" aria-label=${t('outbox.title')}>${this.renderBody()}</div>
      ${
        this.shown
          ? html`<rl-message-dialog
              message-id=${this.shown}
              ?manages=${may(this.meta, 'outbox.manage')}
              @rl-changed=${() => this.load()}
              @rl-close=${() => (this.shown = '')}
            ></rl-message-dialog>`
          : nothing
      }`;
  }

  private stateLabel(state: (typeof messageStates)[number]): string {
    const count = this.page?.figures[state];
    return t(`outbox.state.${state}`) + (count ? ` (${formatNumber(count)})` : '');
  }

  private renderBody() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.page) return html`<rl-skeleton rows="12"></rl-skeleton>`;
    if (this.items.length === 0)
      return html`<rl-empty
        icon="mail"
        heading=${t('outbox.none')}
        text=${t('outbox.none.text')}
      ></rl-empty>`;
    const { next } = this.page;
    return html`<table aria-label=${t('outbox.title')}>
        <thead>
          <tr>
            <th>${t('outbox.to')}</th>
            <th>${t('outbox.subject')}</th>
            <th class="purpose">${t('outbox.purpose')}</th>
            <th class="state">${t('outbox.state')}</th>
            <th class="at">${t('outbox.at')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.items.map((item) => this.renderItem(item))}
        </tbody>
      </table>
      ${
        next
          ? html`<div class="further">
              <rl-button @click=${() => this.loadFurther(next)}>${t('outbox.more')}</rl-button>
            </div>`
          : nothing
      }`;
  }

  private renderItem(item: OutboxMessage) {
    const outcome = outcomeOf(item);
    return html`<tr>
      <td>
        <button type="button" class="button link" @click=${() => (this.shown = item.id)}>
          ${item.recipientName}
        </button>
      </td>
      <td>${item.subject}</td>
      <td class="purpose muted">${item.purposeName}</td>
      <td class="state" title=${reasonOf(item)}><rl-tag tone=${outcome.tone}>${outcome.label}</rl-tag></td>
      <td class="at muted"><rl-time value=${item.sentAt ?? item.createdAt}></rl-time></td>
    </tr>`;
  }

  private type(search: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.ask({ search }), typingPause);
  }

  private ask(more: OutboxQuestion): void {
    this.question = { ...this.question, ...more };
    replaceQuery({ ...this.question });
    void this.load();
  }

  private async load(): Promise<void> {
    const { question } = this;
    try {
      const page = await listOutbox(question);
      if (question !== this.question) return;
      this.page = page;
      this.items = page.items;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  /** Only while the first page is shown: what was loaded further stays where it is. */
  private async loadQuietly(): Promise<void> {
    if (this.error || document.hidden || this.items.length > 50) return;
    await this.load();
  }

  private async loadFurther(after: string): Promise<void> {
    try {
      const page = await listOutbox(this.question, after);
      this.items = [...this.items, ...page.items];
      this.page = page;
    } catch (error) {
      showProblem(error);
    }
  }
}
