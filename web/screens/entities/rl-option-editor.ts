import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SelectOption } from '../../../core/entity/definition.ts';
import { locale, t } from '../../data/i18n.ts';
import { freeName, ofLocale } from '../../data/local-text.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-menu.ts';
import '../../components/rl-tag.ts';
import { toneOf, tones } from '../../components/tone.ts';
import { dots } from '../../styles/tones.ts';
import { builderStyles } from './builder-styles.ts';
import { moveKey, Reorder } from './reorder.ts';

/** The options of a choice: words in both languages, colours, order by dragging or Alt and an arrow key. Fires `rl-options`. */
@customElement('rl-option-editor')
export class RlOptionEditor extends LitElement {
  @property({ attribute: false }) options: readonly SelectOption[] = [];
  @state() private isTranslating = false;
  private readonly reorder = new Reorder((from, to) => this.move(from, to));

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    buttons,
    controls,
    builderStyles,
    dots,
    css`
      li {
        display: flex;
        gap: 4px;
        align-items: start;
        padding: 2px 0;
      }
      li[data-over] {
        box-shadow: 0 -2px 0 var(--rl-accent);
      }
      .words {
        display: grid;
        flex: 1;
        gap: 4px;
        min-width: 0;
      }
      .grip {
        cursor: grab;
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      .dot {
        width: 12px;
        height: 12px;
      }
    `,
  ];

  protected override render() {
    return html`<fieldset>
      <legend class="visually-hidden">${t('entities.option.list')}</legend>
      <div class="head">
        <span class="field-label" aria-hidden="true">${t('entities.option.list')}</span>
        <button
          type="button"
          class="button ghost square"
          aria-label=${`${t('entities.field.translate')}: ${t('entities.option.list')}`}
          title=${t('entities.field.translate')}
          aria-pressed=${this.isTranslating}
          @click=${() => (this.isTranslating = !this.isTranslating)}
        >
          <rl-icon name="globe"></rl-icon>
        </button>
      </div>
      <ul>
        ${this.options.map((option, index) => this.renderOption(option, index))}
      </ul>
      <button type="button" class="button ghost" @click=${this.add}>
        <rl-icon name="plus"></rl-icon>${t('entities.option.add')}
      </button>
    </fieldset>`;
  }

  private renderOption(option: SelectOption, index: number) {
    const place = { place: index + 1 };
    const name =
      ofLocale(option.label) || (this.fresh.has(index) ? t('entities.option.label', place) : option.value);
    return html`<li ${this.reorder.item(index)}>
      <button
        type="button"
        class="button ghost square grip"
        aria-label=${t('entities.option.move', { name })}
        title=${t('entities.option.move', { name })}
        @keydown=${(event: KeyboardEvent) => moveKey(event, index, (from, to) => this.move(from, to))}
      >
        <rl-icon name="grip-vertical"></rl-icon>
      </button>
      <rl-menu
        label=${t('entities.option.color', { name })}
        .items=${tones.map((color) => ({
          id: color,
          label: t(`entities.color.${color}`),
          tone: color,
          isChecked: toneOf(option.color) === color,
        }))}
        @rl-select=${(event: CustomEvent<{ id: string }>) => this.set(index, { color: event.detail.id })}
        ><button
          slot="trigger"
          type="button"
          class="button ghost square"
          aria-label=${t('entities.option.color', { name })}
          title=${t('entities.option.color', { name })}
        >
          <span class="dot ${toneOf(option.color)}"></span></button
      ></rl-menu>
      <div class="words">${this.renderWords(option, index)}</div>
      <button
        type="button"
        class="button ghost square"
        aria-label=${t('entities.option.remove', { name })}
        title=${t('entities.option.remove', { name })}
        @click=${() => this.emit(this.options.filter((_, at) => at !== index))}
      >
        <rl-icon name="x"></rl-icon>
      </button>
    </li>`;
  }

  private renderWords(option: SelectOption, index: number) {
    const own = locale();
    const other = own === 'en' ? 'zh-CN' : 'en';
    const input = (language: 'en' | 'zh-CN', label: string, hint = label) =>
      html`<input
        class="control"
        aria-label=${label}
        placeholder=${hint}
        maxlength="100"
        .value=${option.label?.[language] ?? (language === own && !option.label ? option.value : '')}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return;
          event.preventDefault();
          this.add();
        }}
        @input=${(event: Event) => this.rename(index, language, (event.target as HTMLInputElement).value)}
      />`;
    const place = { place: index + 1 };
    return html`${input(own, t('entities.option.label', place))}
    ${this.isTranslating ? input(other, t(`entities.option.${other}`, place), t(other === 'en' ? 'entities.field.english' : 'entities.field.chinese')) : nothing}`;
  }

  /** Until it is kept, an option's value follows its words in the language it was made in. */
  private rename(index: number, language: 'en' | 'zh-CN', text: string): void {
    const option = this.options[index]!;
    const label = { ...option.label, [language]: text };
    const isOwn = language === locale();
    const isFresh = option.value.startsWith('option-') && /^option-[0-9a-z]+$/.test(option.value);
    const taken = this.options.filter((_, at) => at !== index).map(({ value }) => value);
    const value =
      isOwn && (isFresh || this.fresh.has(index))
        ? freeName(slug(text) || option.value, taken)
        : option.value;
    if (isFresh && isOwn) this.fresh.add(index);
    this.set(index, { label, value });
  }

  /** Places of options that were made here. */
  private readonly fresh = new Set<number>();

  private add(): void {
    const value = `option-${Date.now().toString(36)}`;
    this.fresh.add(this.options.length);
    this.emit([...this.options, { value, color: 'neutral', label: {} }]);
    void this.updateComplete.then(() => {
      const inputs = this.renderRoot.querySelectorAll<HTMLElement>('li:last-of-type input');
      inputs[0]?.focus();
    });
  }

  private move(from: number, to: number): void {
    if (to < 0 || to >= this.options.length) return;
    const options = [...this.options];
    options.splice(to, 0, ...options.splice(from, 1));
    this.fresh.clear();
    this.emit(options);
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>('.grip')[to]?.focus());
  }

  private set(index: number, part: Partial<SelectOption>): void {
    this.emit(this.options.map((option, at) => (at === index ? { ...option, ...part } : option)));
  }

  private emit(options: SelectOption[]): void {
    this.options = options;
    this.dispatchEvent(new CustomEvent('rl-options', { detail: { options } }));
  }
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
