import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { metaContext } from '../../context/meta.ts';
import { formatCount } from '../../data/count.ts';
import { gather } from '../../data/gather.ts';
import { formatNumber, t } from '../../data/i18n.ts';
import { onLive } from '../../data/live.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import { groupWork, priorityText } from '../../data/work-form.ts';
import { listInbox, type WorkItem } from '../../data/work-items.ts';
import { queryParam, recordPath, replaceQuery } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-avatar.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';
import { inboxStyles } from './inbox-styles.ts';
import './rl-work-form.ts';

/** Work that waits for this person or their team; beside the list the form of the one chosen. */
@customElement('rl-inbox-screen')
export class RlInboxScreen extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private items: WorkItem[] | undefined;
  @state() private chosen = queryParam('item') ?? '';
  @state() private hasMore = false;
  @state() private error: unknown;
  private pages = 1;
  private readonly refresh = gather<null>(500, () => void this.load());
  private stops: (() => void)[] = [];

  static override styles = [base, buttons, inboxStyles];

  private readonly onKey = (event: KeyboardEvent): void => {
    const isTyping = event
      .composedPath()
      .some((node) => node instanceof HTMLElement && node.matches('input, textarea, select, dialog'));
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step) this.step(step);
    else if (event.key === 'Enter' && event.composedPath()[0] === document.body) this.focusForm();
    else return;
    event.preventDefault();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.onKey);
    this.stops = [onLive('work-item', () => this.refresh(null)), onLive('resync', () => this.refresh(null))];
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.onKey);
    for (const stop of this.stops) stop();
    this.refresh.cancel();
  }

  protected override render() {
    return html`<rl-bar heading=${t('nav.inbox')}>
        ${
          this.items && this.items.length > 0
            ? html`<span slot="beside" class="muted"
                >${formatCount({ count: this.items.length, isCapped: this.hasMore })}</span
              >`
            : nothing
        }
      </rl-bar>
      ${this.renderBody()}`;
  }

  private renderBody(): TemplateResult {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.items) return html`<div class="wait"><rl-skeleton rows="8"></rl-skeleton></div>`;
    if (this.items.length === 0)
      return html`<rl-empty
        icon="inbox"
        heading=${t('inbox.empty')}
        text=${t('inbox.emptyText')}
      ></rl-empty>`;
    const item = this.items.find((each) => each.id === this.chosen);
    return html`<div class="panes ${item ? 'has-item' : ''}">
      <div class="list">
        ${groupWork(this.items, this.meta.actor).map(
          (group) =>
            html`<h2>${t(`inbox.${group.group}`)} <span>${formatNumber(group.items.length)}</span></h2>
              <ul aria-label=${t(`inbox.${group.group}`)}>
                ${repeat(
                  group.items,
                  (each) => each.id,
                  (each) => html`<li>${this.renderItem(each)}</li>`,
                )}
              </ul>`,
        )}
        ${
          this.hasMore
            ? html`<button type="button" class="button ghost" @click=${this.more}>${t('inbox.more')}</button>`
            : nothing
        }
      </div>
      <div class="detail">${item ? this.renderDetail(item) : this.renderHint()}</div>
    </div>`;
  }

  private renderItem(item: WorkItem): TemplateResult {
    const urgent = priorityText(item.priority);
    return html`<button
      type="button"
      id="item-${item.id}"
      class="item"
      aria-current=${item.id === this.chosen ? 'true' : nothing}
      @click=${() => this.choose(item.id)}
    >
      <span class="line">
        <span class="name truncate">${item.name}</span>
        ${urgent ? html`<rl-tag tone="warn">${urgent}</rl-tag>` : nothing}
        ${item.due ? html`<rl-time due class="small" value=${item.due}></rl-time>` : nothing}
      </span>
      <span class="line small muted">
        <span class="grow truncate">${item.record?.title ?? item.flowName ?? item.flow}</span>
        ${item.assignee ? html`<rl-avatar name=${item.assignee.title}></rl-avatar>` : html`<span>${t('work.unclaimed')}</span>`}
      </span>
    </button>`;
  }

  private renderDetail(item: WorkItem): TemplateResult {
    const { record } = item;
    const entity = record && entityOf(this.meta, record.entity);
    return html`<button type="button" class="button ghost back" @click=${() => this.choose('')}>
        <rl-icon name="chevron-left"></rl-icon>${t('nav.inbox')}
      </button>
      <h2 class="title">${item.name}</h2>
      <dl>
        ${
          record
            ? html`<dt>${entity?.label.one ?? t('work.record')}</dt>
                <dd>
                  ${
                    entity
                      ? html`<a href=${recordPath(record.entity, record.id)}>${record.title}</a>`
                      : t('work.recordGone')
                  }
                </dd>`
            : nothing
        }
        <dt>${t('work.flow')}</dt>
        <dd><a href="/instances/${item.instance}">${item.flowName ?? item.flow}</a></dd>
        ${
          item.due
            ? html`<dt>${t('work.due')}</dt>
                <dd><rl-time due value=${item.due}></rl-time></dd>`
            : nothing
        }
        <dt>${t('work.assignee')}</dt>
        <dd>${item.assignee?.title ?? t('work.unclaimed')}</dd>
        <dt>${t('work.waiting')}</dt>
        <dd><rl-time mode="span" value=${item.createdAt}></rl-time></dd>
      </dl>
      <rl-work-form
        .item=${item}
        @rl-done=${(event: CustomEvent<{ isOver: boolean }>) => this.done(item, event.detail.isOver)}
      ></rl-work-form>`;
  }

  private renderHint(): TemplateResult {
    return html`<p class="hint">${t('inbox.choose')}</p>`;
  }

  private order(): WorkItem[] {
    return groupWork(this.items ?? [], this.meta.actor).flatMap((group) => group.items);
  }

  private step(step: number): void {
    const order = this.order();
    const at = order.findIndex((item) => item.id === this.chosen);
    const next = order[Math.max(0, Math.min(order.length - 1, at + step))];
    if (!next) return;
    this.choose(next.id);
    this.renderRoot.querySelector(`#item-${CSS.escape(next.id)}`)?.scrollIntoView({ block: 'nearest' });
  }

  private choose(id: string): void {
    this.chosen = id;
    replaceQuery({ item: id });
  }

  private focusForm(): void {
    this.renderRoot
      .querySelector<HTMLElement>('rl-work-form')
      ?.shadowRoot?.querySelector<HTMLElement>('rl-record-form')
      ?.focus();
  }

  private more(): void {
    this.pages++;
    void this.load();
  }

  /** After completing, the next one is there. */
  private done(item: WorkItem, isOver: boolean): void {
    if (isOver) {
      const order = this.order();
      const at = order.findIndex((each) => each.id === item.id);
      this.items = (this.items ?? []).filter((each) => each.id !== item.id);
      const isWide = !matchMedia('(max-width: 720px)').matches;
      this.choose(isWide ? (order[at + 1]?.id ?? order[at - 1]?.id ?? '') : '');
    }
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      const { items, hasMore } = await listInbox(this.pages);
      this.items = items;
      this.hasMore = hasMore;
      this.error = undefined;
      const isWide = !matchMedia('(max-width: 720px)').matches;
      if (!items.some((item) => item.id === this.chosen))
        this.chosen = isWide ? (this.order()[0]?.id ?? '') : '';
    } catch (error) {
      this.error = error;
    }
  }
}
