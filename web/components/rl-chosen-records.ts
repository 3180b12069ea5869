import { consume } from '@lit/context';
import { LitElement, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../context/meta.ts';
import { choicesOf, titleOf } from '../data/choices.ts';
import { t } from '../data/i18n.ts';
import { entityOf, type Meta, type MetaField } from '../data/meta.ts';
import { listRecords, type Reference } from '../data/records.ts';
import { findUsers } from '../data/users.ts';
import { base } from '../styles/base.ts';
import './rl-many-picker.ts';

/** The records or people that a condition names. It keeps their ids; their names are asked for. Fires `rl-ids` {ids}. */
@customElement('rl-chosen-records')
export class RlChosenRecords extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) field!: Pick<MetaField, 'type' | 'entity'>;
  @property({ attribute: false }) ids: readonly string[] = [];
  @property({ type: Boolean }) disabled = false;
  @state() private titles = new Map<string, string>();

  static override styles = [base];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ids') && this.ids.some((id) => !this.titles.has(id))) void this.findTitles();
  }

  protected override render() {
    return html`<rl-many-picker
      label=${t('filter.value')}
      ?inert=${this.disabled}
      .source=${choicesOf(this.meta, this.field)}
      .value=${this.ids.map((id) => ({ id, title: this.titles.get(id) ?? t('picker.unseen') }))}
      @change=${(event: CustomEvent<{ value: Reference[] }>) => {
        event.stopPropagation();
        const chosen = event.detail.value;
        for (const { id, title } of chosen) this.titles.set(id, title ?? id);
        this.dispatchEvent(new CustomEvent('rl-ids', { detail: { ids: chosen.map(({ id }) => id) } }));
      }}
    ></rl-many-picker>`;
  }

  /** Whoever is not found is gone, or not to be seen by this reader. */
  private async findTitles(): Promise<void> {
    const found = await (this.field.type === 'user' ? this.people() : this.records()).catch(() => []);
    this.titles = new Map([...this.titles, ...found]);
  }

  private async people(): Promise<[string, string][]> {
    return (await findUsers('')).map(({ id, name }) => [id, name]);
  }

  private async records(): Promise<[string, string][]> {
    const entity = entityOf(this.meta, this.field.entity ?? '');
    if (!entity) return [];
    const { items } = await listRecords(entity.id, { filter: { id: { in: [...this.ids] } }, limit: 200 });
    return items.map((record) => [record.id, titleOf(entity.title, record)]);
  }
}
