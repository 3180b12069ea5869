import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../components/rl-dialog.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-time.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import { titleOf } from '../../data/choices.ts';
import { t } from '../../data/i18n.ts';
import type { MetaEntity } from '../../data/meta.ts';
import { RecordList } from '../../data/record-list.ts';
import { restoreRecord, type RecordItem } from '../../data/records.ts';
import { navigate, recordPath } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';

const pageSize = 50;
const typingMilliseconds = 250;

/** Deleted records of an entity, the last one first, each to be put back. Fires `rl-close`, and `rl-restored` {id}. */
@customElement('rl-bin-dialog')
export class RlBinDialog extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @state() private search = '';
  @state() private busy: ReadonlySet<string> = new Set();
  private typing: ReturnType<typeof setTimeout> | undefined;
  private readonly list = new RecordList(this, pageSize);

  static override styles = [
    base,
    buttons,
    controls,
    css`
      .body {
        display: grid;
        gap: 12px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 6px 0;
        border-bottom: 1px solid var(--rl-line);
      }
      li:last-child {
        border-bottom: 0;
      }
      .what {
        flex: 1;
        min-width: 0;
      }
      .title {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .muted {
        color: var(--rl-muted);
      }
      rl-empty {
        padding: 24px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.show();
  }

  protected override render() {
    const { list } = this;
    return html`<rl-dialog
      open
      heading=${t('bin.title', { what: this.entity.label.many })}
      @rl-close=${() => this.dispatchEvent(new CustomEvent('rl-close'))}
    >
      <div class="body">
        <p class="muted">${t('bin.text')}</p>
        ${
          list.items.length > 0 || this.search
            ? html`<input
                type="search"
                class="control"
                aria-label=${t('bin.search')}
                placeholder=${t('bin.search')}
                .value=${this.search}
                @input=${this.type}
              />`
            : nothing
        }
        ${this.renderItems()}
      </div>
    </rl-dialog>`;
  }

  private renderItems() {
    const { list } = this;
    if (list.error)
      return html`<rl-problem inline .error=${list.error} @rl-retry=${() => list.reload()}></rl-problem>`;
    if (list.isLoading && list.items.length === 0) return html`<rl-skeleton></rl-skeleton>`;
    if (list.items.length === 0)
      return this.search
        ? html`<rl-empty icon="search" heading=${t('bin.noMatch')}></rl-empty>`
        : html`<rl-empty icon="trash-2" heading=${t('bin.empty')} text=${t('bin.emptyText')}></rl-empty>`;
    return html`<ul>
        ${list.items.map((item) => this.renderItem(item))}
      </ul>
      ${
        list.hasMore
          ? html`<button type="button" class="button" @click=${() => list.more()}>${t('bin.more')}</button>`
          : nothing
      }`;
  }

  private renderItem(item: RecordItem) {
    const title = titleOf(this.entity.title, item);
    const who = item.updatedBy?.title;
    return html`<li>
      <div class="what">
        <div class="title">${title}</div>
        <div class="muted">
          <rl-time value=${item.deletedAt ?? ''}></rl-time
          >${who ? html` · ${t('bin.deletedBy', { who })}` : nothing}
        </div>
      </div>
      <button
        type="button"
        class="button"
        aria-label=${t('bin.restoreNamed', { title })}
        ?disabled=${this.busy.has(item.id)}
        @click=${() => this.restore(item, title)}
      >
        ${t('bin.restore')}
      </button>
    </li>`;
  }

  private readonly type = (event: InputEvent): void => {
    // The cast: the listener is on the input itself.
    this.search = (event.target as HTMLInputElement).value;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.show(), typingMilliseconds);
  };

  private show(): Promise<void> {
    return this.list.show(this.entity.id, {
      isBin: true,
      ...(this.search.trim() && { search: this.search.trim() }),
      sort: ['-deletedAt'],
      fields: [this.entity.title, 'deletedAt', 'updatedBy'],
    });
  }

  private async restore({ id }: RecordItem, title: string): Promise<void> {
    this.busy = new Set([...this.busy, id]);
    try {
      await restoreRecord(this.entity.id, id);
      this.list.drop([id]);
      showToast({
        text: t('bin.restored', { title }),
        action: { label: t('bin.open'), run: () => navigate(recordPath(this.entity.id, id)) },
      });
      this.dispatchEvent(new CustomEvent('rl-restored', { detail: { id } }));
    } catch (error) {
      showProblem(error);
    } finally {
      this.busy = new Set([...this.busy].filter((each) => each !== id));
    }
  }
}
