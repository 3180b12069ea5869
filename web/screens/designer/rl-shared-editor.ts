import { consume } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SharedFilter } from '../../../core/screen/definition.ts';
import { places } from '../../../core/screen/tree/walk.ts';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, shownType, type Meta, type MetaField } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-select.ts';
import type { TreeNode } from './design-data.ts';

const filterable = ['date', 'dateTime', 'select', 'user', 'relation'];

/** The filters across a dashboard's tiles: for each, which field of which entity it means. Fires `rl-shared` {value}. */
@customElement('rl-shared-editor')
export class RlSharedEditor extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) tree!: TreeNode;
  @property({ attribute: false }) value: SharedFilter[] | undefined;

  static override styles = [
    base,
    buttons,
    css`
      .filter {
        display: grid;
        gap: 4px;
        margin-bottom: 8px;
        padding: 8px;
        border: 1px solid var(--rl-line);
        border-radius: var(--rl-radius);
      }
      .line {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      .line span {
        flex: 0 0 40%;
        color: var(--rl-muted);
      }
      rl-select {
        flex: 1;
      }
    `,
  ];

  protected override render() {
    const filters = this.value ?? [];
    return html`${filters.map((filter) => this.renderFilter(filter))}
      <button type="button" class="button" @click=${this.add}>
        <rl-icon name="plus"></rl-icon>${t('screens.addFilter')}
      </button>`;
  }

  private renderFilter(filter: SharedFilter) {
    return html`<div class="filter">
      ${this.entities().map(({ id, label, fields }) => {
        const change = (event: CustomEvent<{ value: string }>): void => {
          const { [id]: _before, ...rest } = filter.fields;
          const chosen = event.detail.value;
          this.write({ ...filter, fields: chosen ? { ...rest, [id]: chosen } : rest });
        };
        return html`<div class="line">
          <span class="truncate">${label.many}</span>
          <rl-select
            label=${label.many}
            placeholder=${t('screens.notFiltered')}
            .options=${fields.filter(isFilter).map((field) => ({ value: field.id, label: field.label }))}
            value=${filter.fields[id] ?? ''}
            @change=${change}
          ></rl-select>
        </div>`;
      })}
      <button
        type="button"
        class="button ghost"
        @click=${() => this.tell((this.value ?? []).filter((each) => each.id !== filter.id))}
      >
        <rl-icon name="trash-2"></rl-icon>${t('action.remove')}
      </button>
    </div>`;
  }

  private entities() {
    const ids = new Set([...places(this.tree)].map(({ node }) => String(node['entity'] ?? '')));
    return [...ids].flatMap((id) => entityOf(this.meta, id) ?? []);
  }

  private add(): void {
    const fields = this.entities().flatMap(({ id, fields: all }) => {
      const date =
        all.find((field) => field.type === 'date') ?? all.find((field) => field.id === 'createdAt');
      return date ? [[id, date.id] as const] : [];
    });
    const filter: SharedFilter = { id: crypto.randomUUID().slice(0, 8), fields: Object.fromEntries(fields) };
    this.tell([...(this.value ?? []), filter]);
  }

  private write(filter: SharedFilter): void {
    this.tell((this.value ?? []).map((each) => (each.id === filter.id ? filter : each)));
  }

  private tell(value: SharedFilter[]): void {
    const detail = { value: value.length > 0 ? value : undefined };
    this.dispatchEvent(new CustomEvent('rl-shared', { detail }));
  }
}

const isFilter = (field: MetaField): boolean =>
  field.access !== 'masked' && filterable.includes(shownType(field));
