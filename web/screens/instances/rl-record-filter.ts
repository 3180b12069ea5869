import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { findRecords, titleOf, type Choice } from '../../data/choices.ts';
import { entityChoices } from '../../data/entity-choices.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import { readRecord } from '../../data/records.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-select.ts';

/** The record that is asked about: first what kind of record, then which. Fires `change` with `<entity>/<id>` or nothing. */
@customElement('rl-record-filter')
export class RlRecordFilter extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  /** `<entity>/<id>`, or empty. */
  @property() value = '';
  @state() private entity = '';
  @state() private choice: Choice | null = null;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        gap: 8px;
        height: auto;
      }
      :host > * {
        flex: 1 1 0;
        min-width: 0;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('value')) return;
    const [entity = '', id = ''] = this.value.split('/');
    if (entity) this.entity = entity;
    else if (changed.get('value')) this.entity = '';
    if (id !== (this.choice?.id ?? '')) void this.name(entity, id);
  }

  protected override render() {
    return html`<rl-select
        label=${t('instances.kind.label')}
        placeholder=${t('instances.kind')}
        .options=${entityChoices(this.meta)}
        .value=${this.entity}
        @change=${(event: CustomEvent<{ value: string }>) => this.turnTo(event)}
      ></rl-select>
      ${
        this.entity
          ? html`<rl-picker
              label=${t('instances.record')}
              placeholder=${t('instances.record')}
              .source=${findRecords(this.meta, this.entity)}
              .value=${this.choice}
              @change=${(event: CustomEvent<{ value: Choice | null }>) => this.choose(event)}
            ></rl-picker>`
          : nothing
      }`;
  }

  /** A record that is gone, or that this reader may not see, shows its id. */
  private async name(entity: string, id: string): Promise<void> {
    this.choice = null;
    if (!id) return;
    const asked = this.value;
    const record = await readRecord(entity, id).catch(() => undefined);
    const title = entityOf(this.meta, entity)?.title;
    if (asked === this.value) this.choice = { id, title: record && title ? titleOf(title, record) : id };
  }

  private turnTo(event: CustomEvent<{ value: string }>): void {
    event.stopPropagation();
    this.entity = event.detail.value;
    this.choice = null;
    if (this.value) this.say('');
  }

  private choose(event: CustomEvent<{ value: Choice | null }>): void {
    event.stopPropagation();
    this.choice = event.detail.value;
    this.say(this.choice ? `${this.entity}/${this.choice.id}` : '');
  }

  private say(value: string): void {
    this.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  }
}
