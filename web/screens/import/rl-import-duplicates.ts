import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import type { ImportChange, ImportItem, ImportOptions } from '../../data/imports.ts';
import type { Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-select.ts';
import { fieldLabel, keyFields } from './field-labels.ts';
import { importStyles } from './import-styles.ts';

type Chosen = CustomEvent<{ value: string }>;

/** What happens to rows whose record is there already. Fires `rl-change`. */
@customElement('rl-import-duplicates')
export class RlImportDuplicates extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) item!: ImportItem;

  static override styles = [base, controls, importStyles];

  protected override render() {
    const { options } = this.item;
    const modes: ImportOptions['duplicates'][] = ['create', 'update', 'skip'];
    return html`<h3>${t('import.duplicates.title')}</h3>
      <p class="lead">${t('import.duplicates.lead')}</p>
      <div class="settings">
        <label
          ><span>${t('import.duplicates.mode')}</span>
          <rl-select
            label=${t('import.duplicates.mode')}
            .value=${options.duplicates}
            .options=${modes.map((value) => ({ value, label: t(`import.duplicates.${value}`) }))}
            @change=${(event: Chosen) => this.setMode(event.detail.value)}
          ></rl-select
        ></label>
        ${options.duplicates === 'create' ? nothing : this.renderKey()}
        ${
          options.duplicates === 'update'
            ? html`<label
                ><span>${t('import.duplicates.emptyCells')}</span>
                <rl-select
                  label=${t('import.duplicates.emptyCells')}
                  .value=${options.emptyClears ? 'clear' : 'keep'}
                  .options=${['keep', 'clear'].map((value) => ({ value, label: t(`import.duplicates.${value}`) }))}
                  @change=${(event: Chosen) => this.fire({ emptyClears: event.detail.value === 'clear' })}
                ></rl-select
              ></label>`
            : nothing
        }
      </div>`;
  }

  private renderKey() {
    const fields = keyFields(this.item);
    return html`<label
      ><span>${t('import.duplicates.key')}</span>
      <rl-select
        label=${t('import.duplicates.key')}
        .value=${this.item.options.keys[0] ?? ''}
        .options=${fields.map(({ id }) => ({ value: id, label: fieldLabel(this.meta, this.item.target, id) }))}
        @change=${(event: Chosen) => this.fire({ keys: [event.detail.value] })}
      ></rl-select
    ></label>`;
  }

  /** The likeliest key is chosen with the mode: a unique field, an address, else the first one. */
  private setMode(value: string): void {
    const fields = keyFields(this.item);
    const key =
      fields.find((field) => field.unique) ?? fields.find((field) => field.type === 'email') ?? fields[0];
    const keys =
      value === 'create' || !key ? [] : this.item.options.keys.length > 0 ? this.item.options.keys : [key.id];
    this.fire({ duplicates: value as ImportOptions['duplicates'], keys });
  }

  private fire(options: Partial<ImportOptions>): void {
    const change: ImportChange = { options };
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { change }, bubbles: true, composed: true }));
  }
}
