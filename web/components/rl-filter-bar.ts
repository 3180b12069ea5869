import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../context/meta.ts';
import type { Chip } from '../data/filter.ts';
import { t } from '../data/i18n.ts';
import { fieldOf, type Meta, type MetaEntity } from '../data/meta.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { controls } from '../styles/controls.ts';
import { chipText, goneText } from './chip-text.ts';
import { place } from './place.ts';
import './rl-filter-editor.ts';
import './rl-icon.ts';

/**
 * A list's conditions as chips, and its search box. Fires `rl-filter` with `detail: {chips}` and `rl-search`
 * with `detail: {search}`. Slots: `start` (the saved view), `end` (counts), `options`.
 */
@customElement('rl-filter-bar')
export class RlFilterBar extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) chips: Chip[] = [];
  /** Fields offered first. */
  @property({ attribute: false }) suggested: string[] = [];
  @property() search = '';
  /** Without a search box. */
  @property({ type: Boolean }) conditions = false;
  /** Index of the chip that is edited; -1 for a new one. */
  @state() private editing: number | undefined;
  @query('[popover]') private popup!: HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
        min-height: 40px;
        padding: 5px 16px;
        border-bottom: 1px solid var(--rl-line);
      }
      :host([conditions]) {
        min-height: 0;
        padding: 0;
        border: 0;
      }
      .chip {
        display: inline-flex;
        align-items: center;
        max-width: 100%;
        height: 24px;
        border-radius: 12px;
        background: var(--rl-accent-soft);
        color: var(--rl-accent-text);
        font-size: var(--rl-size-small);
      }
      .chip button {
        height: 24px;
        padding: 0 4px 0 10px;
        border: 0;
        border-radius: 12px;
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      .chip button + button {
        display: grid;
        place-items: center;
        width: 24px;
        padding: 0;
        flex: none;
      }
      .chip rl-icon {
        width: 12px;
        height: 12px;
      }
      .add {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        height: 24px;
        padding: 0 10px;
        border: 1px dashed var(--rl-line-strong);
        border-radius: 12px;
        background: none;
        color: var(--rl-muted);
        font: inherit;
        font-size: var(--rl-size-small);
        cursor: pointer;
      }
      .add:hover {
        color: var(--rl-text);
        border-color: var(--rl-muted);
      }
      .add rl-icon {
        width: 14px;
        height: 14px;
      }
      .search {
        position: relative;
        width: 190px;
      }
      .search rl-icon {
        position: absolute;
        top: 7px;
        left: 8px;
        width: 14px;
        height: 14px;
        color: var(--rl-muted);
        pointer-events: none;
      }
      .search input {
        padding-left: 28px;
        border-color: var(--rl-line);
      }
      .end {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-left: auto;
        color: var(--rl-muted);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      [popover] {
        width: min(300px, calc(100vw - 16px));
        padding: 0;
        border: 0;
        border-radius: 8px;
        background: var(--rl-surface);
        color: inherit;
        box-shadow: var(--rl-shadow-float);
        overflow: visible;
      }
      @media (max-width: 720px) {
        :host {
          padding: 6px 12px;
        }
        .search {
          width: auto;
          flex: 1 1 130px;
        }
        .search rl-icon {
          top: 11px;
        }
        .chip,
        .add {
          height: 32px;
          border-radius: 16px;
        }
        .chip button {
          height: 32px;
        }
      }
    `,
  ];

  protected override render() {
    return html`<slot name="start"></slot>
      ${this.conditions ? nothing : this.renderSearch()}
      ${this.chips.map((chip, index) => this.renderChip(chip, index))}
      <button
        type="button"
        class="add"
        aria-haspopup="dialog"
        @click=${(event: Event) => this.edit(-1, event)}
      >
        <rl-icon name="funnel"></rl-icon>${t('filter.add')}
      </button>
      <span class="end"><slot name="end"></slot><slot name="options"></slot></span>
      <div popover role="dialog" aria-label=${t('filter.add')} @toggle=${this.onToggle}>
        ${this.editing === undefined ? nothing : this.renderEditor(this.editing)}
      </div>`;
  }

  private renderSearch() {
    return html`<div class="search">
      <rl-icon name="search"></rl-icon>
      <input
        class="control"
        type="search"
        aria-label=${t('list.search')}
        placeholder=${t('list.search')}
        .value=${this.search}
        @input=${this.onSearch}
      />
    </div>`;
  }

  private renderChip(chip: Chip, index: number) {
    const field = fieldOf(this.entity, chip.field);
    const text = field ? chipText(chip, field) : goneText(this.entity, chip.field);
    return html`<span class="chip">
      <button
        type="button"
        class="truncate"
        ?disabled=${!field}
        @click=${(event: Event) => this.edit(index, event)}
      >
        ${text}
      </button>
      <button
        type="button"
        aria-label=${t('filter.remove', { text })}
        @click=${() => this.change(this.chips.toSpliced(index, 1))}
      >
        <rl-icon name="x"></rl-icon>
      </button>
    </span>`;
  }

  private renderEditor(index: number) {
    return html`<rl-filter-editor
      .entity=${this.entity}
      .chip=${this.chips[index]}
      .suggested=${this.suggested}
      @rl-moved=${() => place(this.popup, this.popupAnchor ?? this)}
      @rl-done=${(event: CustomEvent<{ chip: Chip }>) => {
        this.popup.hidePopover();
        const { chip } = event.detail;
        this.change(index < 0 ? [...this.chips, chip] : this.chips.with(index, chip));
      }}
    ></rl-filter-editor>`;
  }

  private popupAnchor: Element | undefined;

  private edit(index: number, event: Event): void {
    this.editing = index;
    this.popupAnchor = event.currentTarget as Element; // the listener sits on a button
    this.popup.showPopover();
    void this.updateComplete.then(() => place(this.popup, this.popupAnchor ?? this));
  }

  private onToggle(event: ToggleEvent): void {
    if (event.newState === 'closed') this.editing = undefined;
  }

  private onSearch(event: InputEvent): void {
    const search = (event.target as HTMLInputElement).value; // the listener sits on the input
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => this.dispatchEvent(new CustomEvent('rl-search', { detail: { search } })),
      220,
    );
  }

  private change(chips: Chip[]): void {
    this.dispatchEvent(new CustomEvent('rl-filter', { detail: { chips } }));
  }
}
