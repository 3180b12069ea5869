import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Choice } from '../data/choices.ts';
import { t } from '../data/i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { place } from './place.ts';
import { pickerStyles } from './picker-styles.ts';
import './rl-avatar.ts';
import './rl-icon.ts';
import './rl-tag.ts';

const typingPause = 160;

/**
 * A combobox over choices that `source` finds by what is typed: records, people, options. Fires `change` with
 * `detail.value`: a choice or null. With `keep` unset the text is emptied after each choice, to pick several. With
 * `offer` the list ends with making what is not there yet: fires `rl-offer` with `detail.text`, what was typed.
 */
@customElement('rl-picker')
export class RlPicker extends LitElement {
  @property({ attribute: false }) source: (search: string) => Promise<Choice[]> = () => Promise.resolve([]);
  @property({ attribute: false }) value: Choice | null = null;
  /** How the list calls making a new one, from what was typed. */
  @property({ attribute: false }) offer: ((text: string) => string) | undefined;
  @property() label = '';
  @property() placeholder = '';
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean }) invalid = false;
  @property({ type: Boolean }) disabled = false;
  @property({ type: Boolean }) keep = true;
  @state() private choices: Choice[] = [];
  @state() private active = 0;
  @state() private isOpen = false;
  @state() private isSearching = false;
  @state() private problem = '';
  @query('input') private input!: HTMLInputElement;
  @query('[popover]') private popup!: HTMLElement;
  private asked = 0;
  /** What was last looked for. */
  private sought = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [base, controls, pickerStyles];

  protected override updated(changed: PropertyValues): void {
    if (this.isOpen && (changed.has('choices') || changed.has('isSearching') || changed.has('problem')))
      place(this.popup, this.input, { isWide: true });
  }

  protected override render() {
    const shown = this.keep ? (this.value?.title ?? '') : '';
    return html`<div class="box">
        <input
          class="control"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-expanded=${this.isOpen}
          aria-controls="choices"
          aria-autocomplete="list"
          aria-activedescendant=${this.isOpen && this.count > 0 ? `choice-${this.active}` : nothing}
          aria-label=${this.label || nothing}
          aria-invalid=${this.invalid ? 'true' : nothing}
          placeholder=${this.placeholder || t('picker.placeholder')}
          ?disabled=${this.disabled}
          .value=${live(this.isOpen ? this.input.value : shown)}
          @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
          @click=${this.open}
          @input=${this.onInput}
          @keydown=${this.onKey}
          @blur=${this.onBlur}
        />
        ${
          this.value && this.keep && !this.required && !this.disabled
            ? html`<button
                type="button"
                tabindex="-1"
                aria-label=${t('picker.clear')}
                title=${t('picker.clear')}
                @click=${() => this.choose(null)}
              >
                <rl-icon name="x"></rl-icon>
              </button>`
            : html`<rl-icon class="caret" name="chevron-down"></rl-icon>`
        }
      </div>
      <div popover="manual" id="choices" role="listbox" aria-label=${this.label || nothing}>
        ${this.isOpen ? this.renderChoices() : nothing}
      </div>`;
  }

  private renderChoices() {
    if (this.problem) return html`<p class="note">${this.problem}</p>`;
    if (this.choices.length === 0)
      return html`<p class="note">${t(this.isSearching ? 'picker.searching' : 'picker.nothing')}</p>
        ${this.renderOffer()}`;
    return html`${this.choices.map(
      (choice, index) =>
        html`<div
          id="choice-${index}"
          class="choice ${index === this.active ? 'active' : ''}"
          role="option"
          aria-selected=${choice.id === this.value?.id}
          @pointermove=${() => (this.active = index)}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${() => this.choose(choice)}
        >
          ${choice.isPerson ? html`<rl-avatar name=${choice.title}></rl-avatar>` : nothing}
          ${
            choice.tone
              ? html`<rl-tag tone=${choice.tone}>${choice.title}</rl-tag>`
              : html`<span class="truncate">${choice.title}</span>`
          }
          ${choice.hint ? html`<span class="hint truncate">${choice.hint}</span>` : nothing}
          ${choice.id === this.value?.id ? html`<rl-icon name="check"></rl-icon>` : nothing}
        </div>`,
    )}${this.renderOffer()}`;
  }

  private renderOffer() {
    const index = this.choices.length;
    if (!this.hasOffer) return nothing;
    return html`<div
      id="choice-${index}"
      class="choice ${index === this.active ? 'active' : ''}"
      role="option"
      aria-selected="false"
      @pointermove=${() => (this.active = index)}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${this.takeOffer}
    >
      <span class="truncate">${this.offer!(this.sought)}</span><rl-icon name="plus"></rl-icon>
    </div>`;
  }

  /** Not before it is known what is there. */
  private get hasOffer(): boolean {
    return this.offer !== undefined && !this.isSearching;
  }

  private get count(): number {
    return this.choices.length + (this.hasOffer ? 1 : 0);
  }

  private takeOffer(): void {
    const text = this.sought;
    this.onBlur();
    this.dispatchEvent(new CustomEvent('rl-offer', { detail: { text } }));
  }

  /** Takes the focus and shows what there is. */
  show(): void {
    this.input.focus();
    this.open();
  }

  private open(): void {
    if (this.isOpen || this.disabled) return;
    this.isOpen = true;
    this.popup.showPopover();
    void this.find('');
  }

  private close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.asked++;
    this.popup.hidePopover();
  }

  private onInput(): void {
    this.open();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.find(this.input.value), typingPause);
  }

  private async find(search: string): Promise<void> {
    const asked = ++this.asked;
    this.isSearching = true;
    this.sought = search.trim();
    try {
      const found = await this.source(this.sought);
      if (asked !== this.asked) return;
      this.choices = found;
      this.problem = '';
      this.active = 0;
    } catch (error) {
      if (asked !== this.asked) return;
      this.choices = [];
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.isSearching = false;
  }

  private choose(choice: Choice | null): void {
    this.value = choice;
    this.close();
    this.input.value = this.keep ? (choice?.title ?? '') : '';
    this.dispatchEvent(new CustomEvent('change', { detail: { value: choice }, bubbles: true }));
    if (!this.keep) this.value = null;
  }

  private onBlur(): void {
    this.close();
    this.input.value = this.keep ? (this.value?.title ?? '') : '';
  }

  private onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) {
      event.preventDefault();
      if (!this.isOpen) return this.open();
      if (this.count > 0) this.active = (this.active + step + this.count) % this.count;
      this.renderRoot.querySelector(`#choice-${this.active}`)?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter' && this.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      const choice = this.choices[this.active];
      if (choice) this.choose(choice);
      else if (this.hasOffer && this.active === this.choices.length) this.takeOffer();
    }
    if (event.key === 'Escape' && this.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.onBlur();
    }
  }
}
