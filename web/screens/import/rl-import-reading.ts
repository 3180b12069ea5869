import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import type { ImportChange, ImportItem } from '../../data/imports.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-select.ts';
import { importStyles } from './import-styles.ts';

type Chosen = CustomEvent<{ value: string }>;

const encodings = ['utf-8', 'gb18030', 'windows-1252', 'utf-16le', 'utf-16be'];
const delimiters = [',', ';', '\t', '|'];

/** How the file is read: found out, and changed where the guess was wrong. Fires `rl-change`. */
@customElement('rl-import-reading')
export class RlImportReading extends LitElement {
  @property({ attribute: false }) item!: ImportItem;
  @property({ type: Boolean }) disabled = false;

  static override styles = [base, importStyles];

  protected override render() {
    const { encoding, delimiter, hasHeader } = this.item.source;
    return html`<div class="settings">
      ${this.renderSetting('encoding', encoding, encodings, (value) => ({ encoding: value }))}
      ${this.renderSetting('delimiter', delimiter, delimiters, (value) => ({ delimiter: value }))}
      ${this.renderSetting('header', hasHeader ? 'yes' : 'no', ['yes', 'no'], (value) => ({ hasHeader: value === 'yes' }))}
    </div>`;
  }

  private renderSetting(
    name: 'encoding' | 'delimiter' | 'header',
    value: string,
    values: string[],
    change: (value: string) => NonNullable<ImportChange['source']>,
  ) {
    const all = values.includes(value) ? values : [value, ...values];
    return html`<label
      ><span>${t(`import.reading.${name}`)}</span>
      <rl-select
        label=${t(`import.reading.${name}`)}
        .value=${value}
        .options=${all.map((each) => ({ value: each, label: optionText(name, each) }))}
        ?disabled=${this.disabled}
        @change=${(event: Chosen) => this.fire({ source: change(event.detail.value) })}
      ></rl-select
    ></label>`;
  }

  private fire(change: ImportChange): void {
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { change }, bubbles: true, composed: true }));
  }
}

const delimiterNames: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

function optionText(name: 'encoding' | 'delimiter' | 'header', value: string): string {
  if (name === 'header') return t(`import.reading.${value}`);
  if (name === 'encoding') return t(`import.encoding.${value}`);
  const known = delimiterNames[value];
  return known ? t(`import.delimiter.${known}`) : value;
}
