import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { metaContext } from '../../context/meta.ts';
import { findRecords, type Choice } from '../../data/choices.ts';
import { countSentence, inSentence } from '../../data/count.ts';
import { fieldsOf, listColumns } from '../../data/entity-screens.ts';
import { allOf, chipsOf, chipsToFilter, chipsToText, filterContext } from '../../data/filter.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, fieldOf, isEditable, type Meta, type MetaEntity } from '../../data/meta.ts';
import { RecordList } from '../../data/record-list.ts';
import type { RelatedList } from '../../data/record-page.ts';
import { bulkChange, type RecordItem, type Reference } from '../../data/records.ts';
import { screenText } from '../../data/screen-text.ts';
import { sortPaths } from '../../data/sort.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-record-table.ts';
import { showProblem } from '../../components/toast.ts';
import { showUndoable } from '../../components/undo-toast.ts';

const shownAtOnce = 50;
const rowPixels = matchMedia('(max-width: 720px)').matches ? 58 : 33;

/** Records of another entity that refer to this one, and a way to add one. */
@customElement('rl-related')
export class RlRelated extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) related!: RelatedList;
  @property({ attribute: false }) subject!: Reference;
  @state() private isCreating = false;
  @state() private isLinking = false;
  @state() private selected: ReadonlySet<string> = new Set();
  private readonly list = new RecordList(this, shownAtOnce);
  private shown = '';

  static override styles = [
    base,
    buttons,
    css`
      .head {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 44px;
        color: var(--rl-muted);
      }
      rl-record-table {
        margin: 0 -8px;
      }
      .add {
        margin-left: auto;
      }
      .add + .add {
        margin-left: 0;
      }
      rl-picker {
        width: min(240px, 60vw);
      }
    `,
  ];

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { entity: id, by, sort, conditions = [] } = this.related;
    const key = JSON.stringify([id, by, sort, conditions, this.subject.id]);
    const entity = entityOf(this.meta, id);
    if (key === this.shown || !entity) return;
    this.shown = key;
    const own = chipsToFilter(chipsOf(conditions, entity.fields), filterContext(this.meta, entity));
    void this.list.show(id, {
      filter: allOf(
        { [by]: this.isMany(entity) ? { contains: this.subject.id } : { eq: this.subject.id } },
        own,
      ),
      sort: sortPaths(this.meta, entity, sort?.length ? sort : ['-updatedAt']),
    });
  }

  protected override render() {
    const entity = entityOf(this.meta, this.related.entity);
    if (!entity) return nothing;
    if (this.list.error)
      return html`<rl-problem .error=${this.list.error} @rl-retry=${() => this.list.reload()}></rl-problem>`;
    return html`${this.renderHead(entity)}${this.renderTable(entity)}
    ${
      this.isCreating
        ? html`<rl-new-record
            .entity=${entity}
            .initial=${{ [this.related.by]: this.isMany(entity) ? [this.subject] : this.subject }}
            @rl-close=${() => (this.isCreating = false)}
            @rl-created=${(event: CustomEvent<{ record: RecordItem }>) => this.list.put(event.detail.record)}
          ></rl-new-record>`
        : nothing
    }`;
  }

  private renderHead(entity: MetaEntity) {
    const filter =
      chipsToText([
        {
          field: this.related.by,
          operator: this.isMany(entity) ? 'hasAny' : 'isOneOf',
          value: [this.subject],
        },
      ]) ?? '';
    return html`<div class="head">
      <span
        >${this.related.title ? `${screenText(this.related.title)} · ` : nothing}${
          this.list.count === undefined ? nothing : countSentence(this.list.count, entity.label)
        }</span
      >
      ${
        this.list.hasMore
          ? html`<a
              class="button link"
              href="/r/${encodeURIComponent(entity.id)}/list?filter=${encodeURIComponent(filter)}"
              >${t('record.showAll')}</a
            >`
          : nothing
      }
      ${this.canLink(entity) ? this.renderLinking(entity) : nothing}
      ${
        entity.can.create
          ? html`<button type="button" class="button ghost add" @click=${this.create}>
              <rl-icon name="plus"></rl-icon>${t('record.addRelated', { what: entity.label.one })}
            </button>`
          : nothing
      }
    </div>`;
  }

  private renderTable(entity: MetaEntity) {
    const { items, isLoading } = this.list;
    if (!isLoading && items.length === 0)
      return html`<rl-empty
        icon=${entity.icon ?? 'box'}
        heading=${t('list.empty', { what: inSentence(entity.label.many) })}
        text=${entity.empty ?? ''}
      ></rl-empty>`;
    const declared = fieldsOf(entity, this.related.columns);
    const columns = (declared.length > 0 ? declared : listColumns(this.meta, entity)).filter(
      (column) => column.id !== this.related.by,
    );
    const rows = items.length === 0 ? 6 : items.length;
    return html`<rl-record-table
      style=${styleMap({ height: `${rows * rowPixels + 34}px` })}
      .entity=${entity}
      .columns=${columns}
      .items=${items}
      ?selectable=${this.canLink(entity)}
      .selected=${this.selected}
      @rl-selection=${(event: CustomEvent<{ ids: string[] }>) => (this.selected = new Set(event.detail.ids))}
      ?loading=${isLoading}
    ></rl-record-table>`;
  }

  /** Any of its records may be put here beside others, and taken away again. */
  private isMany(entity: MetaEntity): boolean {
    return fieldOf(entity, this.related.by)?.type === 'relationMany';
  }

  private canLink(entity: MetaEntity): boolean {
    const by = fieldOf(entity, this.related.by);
    return this.isMany(entity) && entity.can.update && by !== undefined && isEditable(by);
  }

  private renderLinking(entity: MetaEntity) {
    if (this.selected.size > 0)
      return html`<button
        type="button"
        class="button ghost add"
        @click=${() => this.link(entity, { remove: [...this.selected] })}
      >
        <rl-icon name="x"></rl-icon>${t('record.unlink')}
      </button>`;
    if (!this.isLinking)
      return html`<button type="button" class="button ghost add" @click=${this.openLinking}>
        <rl-icon name="link"></rl-icon>${t('record.linkExisting')}
      </button>`;
    return html`<rl-picker
      class="add"
      label=${t('record.linkExisting')}
      .keep=${false}
      .source=${this.linkable(entity)}
      @change=${(event: CustomEvent<{ value: Choice | null }>) => {
        const choice = event.detail.value;
        if (choice) void this.link(entity, { add: [choice.id] });
      }}
      @focusout=${() => (this.isLinking = false)}
    ></rl-picker>`;
  }

  /** Not those that are here already. */
  private linkable(entity: MetaEntity): (search: string) => Promise<Choice[]> {
    const find = findRecords(this.meta, entity.id);
    return async (search) => {
      const here = new Set(this.list.items.map(({ id }) => id));
      return (await find(search)).filter(({ id }) => !here.has(id));
    };
  }

  private async openLinking(): Promise<void> {
    this.isLinking = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('rl-picker')?.focus();
  }

  private async link(entity: MetaEntity, { add = [], remove = [] }: { add?: string[]; remove?: string[] }) {
    const change = add.length > 0 ? 'add' : 'remove';
    const ids = [...add, ...remove];
    const values = { [this.related.by]: { [change]: [this.subject.id] } };
    try {
      const { results, cause } = await bulkChange(
        entity.id,
        ids.map((id) => ({ op: 'update', id, values })),
      );
      const refused = results.find(({ ok }) => !ok)?.problem;
      if (refused) showProblem(refused.detail ?? refused.title ?? refused.code);
      const count = results.filter(({ ok }) => ok).length;
      if (count > 0)
        showUndoable({
          text: t(change === 'add' ? 'record.linked' : 'record.unlinked', { count }),
          cause,
          changed: () => void this.list.reload(),
        });
    } catch (error) {
      showProblem(error);
    }
    this.selected = new Set();
    this.isLinking = false;
    await this.list.reload();
  }

  private async create(): Promise<void> {
    await import('../../components/rl-new-record.ts');
    this.isCreating = true;
  }
}
