import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formatNumber, t } from '../../data/i18n.ts';
import { onLive } from '../../data/live.ts';
import { listOperations, type Operation } from '../../data/operate.ts';
import type { Page } from '../../data/records.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { filteredTable } from '../../styles/filtered-table.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-button.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';
import { showProblem } from '../../components/toast.ts';
import './rl-operation-progress.ts';

const tones = { running: 'accent', completed: 'good', stopped: 'neutral' } as const;

/** What was done to many instances, newest first: by whom, how many, and what was refused. */
@customElement('rl-operations-screen')
export class RlOperationsScreen extends LitElement {
  @state() private items: Operation[] | undefined;
  @state() private next: string | null = null;
  @state() private shown = '';
  @state() private error: unknown;
  private stops: (() => void)[] = [];

  static override styles = [
    base,
    buttons,
    filteredTable,
    css`
      .wait {
        padding: 8px 16px;
      }
      th:first-child,
      td:first-child {
        padding-left: 16px;
      }
      td[colspan] {
        height: auto;
        padding: 0;
        white-space: normal;
      }
      .count,
      .state {
        width: 112px;
      }
      .count {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      .at {
        width: 128px;
      }
      .button.link {
        max-width: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .bad {
        color: var(--rl-bad-text);
      }
      @media (max-width: 720px) {
        .by,
        .at {
          display: none;
        }
        .count {
          width: 72px;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    this.stops = [onLive('operation', () => void this.load()), onLive('resync', () => void this.load())];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
  }

  protected override render() {
    return html`<rl-bar
        .crumbs=${[
          { label: t('nav.flows'), href: '/flows' },
          { label: t('instances.title'), href: '/instances' },
        ]}
        heading=${t('instances.operations')}
      ></rl-bar>
      <div class="body" tabindex="0" role="region" aria-label=${t('instances.operations')}>
        ${this.renderBody()}
      </div>`;
  }

  private renderBody() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.items) return html`<div class="wait"><rl-skeleton rows="8"></rl-skeleton></div>`;
    if (this.items.length === 0)
      return html`<rl-empty
        icon="activity"
        heading=${t('instances.operations.none')}
        text=${t('instances.operations.none.text')}
      ></rl-empty>`;
    const { next } = this;
    return html`<table aria-label=${t('instances.operations')}>
        <thead>
          <tr>
            <th>${t('instances.operations.what')}</th>
            <th class="by">${t('instances.operations.by')}</th>
            <th class="count">${t('instances.operations.done')}</th>
            <th class="count">${t('instances.operations.refused')}</th>
            <th class="state">${t('instances.state.label')}</th>
            <th class="at">${t('instances.column.started')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.items.map((item) => this.renderItem(item))}
        </tbody>
      </table>
      ${
        next
          ? html`<div class="further">
              <rl-button @click=${() => this.loadFurther(next)}>${t('instances.loadMore')}</rl-button>
            </div>`
          : nothing
      }`;
  }

  private renderItem({ id, kind, flow, version, by, done, failed, state, createdAt }: Operation) {
    const isShown = this.shown === id;
    const about = [flow?.title, version === null ? '' : t('instances.operations.to', { version })].filter(
      Boolean,
    );
    return html`<tr>
        <td>
          <button
            type="button"
            class="button link"
            aria-expanded=${isShown}
            @click=${() => (this.shown = isShown ? '' : id)}
          >
            ${t(`instances.${kind}`)}
          </button>
          <span class="muted">${about.join(t('list.comma'))}</span>
        </td>
        <td class="by">${by.title}</td>
        <td class="count">${formatNumber(done)}</td>
        <td class="count ${failed > 0 ? 'bad' : 'muted'}">${formatNumber(failed)}</td>
        <td class="state">
          <rl-tag tone=${tones[state]}>${t(`instances.operations.${state}`)}</rl-tag>
        </td>
        <td class="at muted"><rl-time value=${createdAt}></rl-time></td>
      </tr>
      ${
        isShown
          ? html`<tr>
              <td colspan="6">
                <rl-operation-progress
                  operation-id=${id}
                  @rl-close=${() => (this.shown = '')}
                ></rl-operation-progress>
              </td>
            </tr>`
          : nothing
      }`;
  }

  /** What was loaded further stays: the newest are put in its place. */
  private async load(): Promise<void> {
    try {
      const page = await listOperations();
      const last = page.items.at(-1)?.id ?? '';
      const older = page.next ? (this.items ?? []).filter(({ id }) => id < last) : [];
      this.items = [...page.items, ...older];
      if (older.length === 0) this.next = page.next ?? null;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  private async loadFurther(cursor: string): Promise<void> {
    const page: Page<Operation> | void = await listOperations(cursor).catch(showProblem);
    if (!page) return;
    this.items = [...(this.items ?? []), ...page.items];
    this.next = page.next ?? null;
  }
}
