import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { metaContext } from '../context/meta.ts';
import { titleOf } from '../data/choices.ts';
import { entityOf, type Meta, type MetaEntity } from '../data/meta.ts';
import type { RecordItem } from '../data/records.ts';
import type { WantedRecord } from './new-record-offer.ts';

/** Asks for records that a form wants before it can be saved; a form of one may want another. */
@customElement('rl-wanted-records')
export class RlWantedRecords extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  /** The one asked for last is on top. */
  @state() private wanted: WantedRecord[] = [];

  private readonly onWanted = async (event: Event): Promise<void> => {
    const { detail } = event as CustomEvent<WantedRecord>;
    await import('./rl-new-record.ts');
    this.wanted = [...this.wanted, detail];
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('rl-wanted', this.onWanted);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('rl-wanted', this.onWanted);
  }

  protected override render() {
    return this.wanted.map((one) => {
      const entity = entityOf(this.meta, one.entity);
      if (!entity) return nothing;
      return html`<rl-new-record
        .entity=${entity}
        .initial=${initialOf(entity, one.title)}
        @rl-close=${() => (this.wanted = this.wanted.filter((other) => other !== one))}
        @rl-created=${({ detail: { record } }: CustomEvent<{ record: RecordItem }>) =>
          one.take({ id: record.id, title: titleOf(entity.title, record) })}
      ></rl-new-record>`;
    });
  }
}

function initialOf(entity: MetaEntity, title: string): Record<string, unknown> {
  const field = entity.fields.find(({ id }) => id === entity.title);
  return title && field?.type === 'text' && field.access === 'write' ? { [field.id]: title } : {};
}
