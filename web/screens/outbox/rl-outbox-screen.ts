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
import { PagedTable } from '../../components/paged-table.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-select.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';
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
  @state() private shown = '';
  private readonly list = new PagedTable<OutboxMessage, OutboxPage>(this, (from) =>
    listOutbox(this.question, from?.toString()),
  );
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
    void this.list.load();
    this.timer = setInterval(() => void this.list.refresh(), reloadAfter);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render() {
    return html`<rl-bar heading=${t('outbox.title')}></rl-bar>
      ${this.list.page?.isTrial ? html`<p class="trial" role="note">${t('outbox.trial')}</p>` : nothing}
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
          .options=${(this.list.page?.channels ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          .value=${this.question.channel ?? ''}
          @change=${(event: CustomEvent<{ value: string }>) => this.ask({ channel: event.detail.value })}
        ></rl-select>
      </div>
      ${this.list.render({
        label: t('outbox.title'),
        none: html`<rl-empty
          icon="mail"
          heading=${t('outbox.none')}
          text=${t('outbox.none.text')}
        ></rl-empty>`,
        head: html`<th>${t('outbox.to')}</th>
          <th>${t('outbox.subject')}</th>
          <th class="purpose">${t('outbox.purpose')}</th>
          <th class="state">${t('outbox.state')}</th>
          <th class="at">${t('outbox.at')}</th>`,
        row: (item) => this.renderItem(item),
      })}
      ${
        this.shown
          ? html`<rl-message-dialog
              message-id=${this.shown}
              ?manages=${may(this.meta, 'outbox.manage')}
              @rl-changed=${() => this.list.load()}
              @rl-close=${() => (this.shown = '')}
            ></rl-message-dialog>`
          : nothing
      }`;
  }

  private stateLabel(state: (typeof messageStates)[number]): string {
    const count = this.list.page?.figures[state];
    return t(`outbox.state.${state}`) + (count ? ` (${formatNumber(count)})` : '');
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
    void this.list.load();
  }
}
