import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formatNumber, t } from '../../data/i18n.ts';
import { onLive } from '../../data/live.ts';
import { listOperations, type Operation } from '../../data/operate.ts';
import type { Page } from '../../data/records.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { filteredTable } from '../../styles/filtered-table.ts';
import { PagedTable } from '../../components/paged-table.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';
import './rl-operation-progress.ts';

const tones = { running: 'accent', completed: 'good', stopped: 'neutral' } as const;

/** What was done to many instances, newest first: by whom, how many, and what was refused. */
@customElement('rl-operations-screen')
export class RlOperationsScreen extends LitElement {
  @state() private shown = '';
  private readonly list = new PagedTable<Operation, Page<Operation>>(this, (from) =>
    listOperations(from?.toString()),
  );
  private stops: (() => void)[] = [];

  static override styles = [
    base,
    buttons,
    filteredTable,
    css`
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
    void this.list.load();
    const loadNewest = (): void => void this.list.loadNewest();
    this.stops = [onLive('operation', loadNewest), onLive('resync', loadNewest)];
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
      ${this.list.render({
        label: t('instances.operations'),
        none: html`<rl-empty
          icon="activity"
          heading=${t('instances.operations.none')}
          text=${t('instances.operations.none.text')}
        ></rl-empty>`,
        head: html`<th>${t('instances.operations.what')}</th>
          <th class="by">${t('instances.operations.by')}</th>
          <th class="count">${t('instances.operations.done')}</th>
          <th class="count">${t('instances.operations.refused')}</th>
          <th class="state">${t('instances.state.label')}</th>
          <th class="at">${t('instances.column.started')}</th>`,
        row: (item) => this.renderItem(item),
      })}`;
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
}
