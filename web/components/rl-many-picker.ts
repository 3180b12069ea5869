import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Choice } from '../data/choices.ts';
import { t } from '../data/i18n.ts';
import type { Reference } from '../data/records.ts';
import { referenceName } from '../data/reference-name.ts';
import { base } from '../styles/base.ts';
import './rl-icon.ts';
import './rl-picker.ts';
import type { RlPicker } from './rl-picker.ts';

/**
 * Any number of records: what is chosen as chips, and a picker that adds another. Backspace in the empty picker takes
 * the last away. Fires `change` with `detail.value`, a list of `{id, title}`.
 */
@customElement('rl-many-picker')
export class RlManyPicker extends LitElement {
  @property({ attribute: false }) source: (search: string) => Promise<Choice[]> = () => Promise.resolve([]);
  @property({ attribute: false }) value: readonly Reference[] = [];
  @property() label = '';
  @property({ type: Boolean }) invalid = false;
  @query('rl-picker') private picker!: RlPicker;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 4px;
        min-width: 0;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        max-height: 168px;
        margin: 0;
        padding: 0;
        overflow: auto;
        list-style: none;
      }
      li {
        display: inline-flex;
        align-items: center;
        max-width: 100%;
        padding-left: 8px;
        border-radius: 12px;
        background: var(--rl-sunken);
      }
      button {
        display: grid;
        place-items: center;
        flex: none;
        width: 24px;
        height: 24px;
        padding: 0;
        border: 0;
        border-radius: 12px;
        background: none;
        color: var(--rl-muted);
        cursor: pointer;
      }
      button:hover {
        color: var(--rl-text);
      }
      button rl-icon {
        width: 12px;
        height: 12px;
      }
    `,
  ];

  protected override render() {
    return html`${
        this.value.length > 0
          ? html`<ul aria-label=${this.label || nothing}>
              ${this.value.map((each) => this.renderChip(each))}
            </ul>`
          : nothing
      }<rl-picker
        label=${t('picker.add', { what: this.label })}
        .keep=${false}
        .source=${this.others}
        ?invalid=${this.invalid}
        @change=${this.add}
        @keydown=${this.onKey}
      ></rl-picker>`;
  }

  private renderChip(each: Reference) {
    const what = t('picker.take', { what: referenceName(each) });
    return html`<li>
      <span class="truncate">${referenceName(each)}</span>
      <button type="button" aria-label=${what} title=${what} @click=${() => this.takeAway(each)}>
        <rl-icon name="x"></rl-icon>
      </button>
    </li>`;
  }

  /** What is chosen is not offered again. */
  private others = async (search: string): Promise<Choice[]> => {
    const chosen = new Set(this.value.map(({ id }) => id));
    return (await this.source(search)).filter(({ id }) => !chosen.has(id));
  };

  private add(event: CustomEvent<{ value: Choice | null }>): void {
    event.stopPropagation();
    const choice = event.detail.value;
    if (choice) this.tell([...this.value, { id: choice.id, title: choice.title }]);
  }

  private takeAway(gone: Reference): void {
    this.tell(this.value.filter(({ id }) => id !== gone.id));
    // The button that had the focus goes with its chip.
    this.picker.focus();
  }

  private onKey(event: KeyboardEvent): void {
    const [input] = event.composedPath();
    const last = this.value.at(-1);
    if (event.key !== 'Backspace' || !last || !(input instanceof HTMLInputElement) || input.value !== '')
      return;
    event.preventDefault();
    this.takeAway(last);
  }

  private tell(value: readonly Reference[]): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: { value: [...value] }, bubbles: true }));
  }
}
