import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t } from '../data/i18n.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import './rl-icon.ts';
import './rl-menu.ts';

export interface TabItem {
  id: string;
  label: string;
  count?: number | string;
}

/** A row of tabs, and a menu of all where they do not fit; the owner shows the panel. Fires `rl-select` with `detail: {id}`. */
@customElement('rl-tabs')
export class RlTabs extends LitElement {
  @property({ attribute: false }) tabs: TabItem[] = [];
  @property() selected = '';
  @property() label = '';
  @state() private isCut = false;
  @query('[role=tablist]') private row!: HTMLElement;
  private readonly sizes = new ResizeObserver(() => this.measure());

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        align-items: end;
        border-bottom: 1px solid var(--rl-line);
      }
      [role='tablist'] {
        display: flex;
        flex: 1;
        gap: 18px;
        min-width: 0;
        overflow-x: auto;
        scrollbar-width: none;
      }
      .cut {
        mask-image: linear-gradient(to left, transparent, #000 28px);
      }
      [role='tab'] {
        position: relative;
        flex: none;
        height: 34px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--rl-muted);
        font: inherit;
        cursor: pointer;
      }
      [role='tab']:hover {
        color: var(--rl-text);
      }
      [role='tab'][aria-selected='true'] {
        color: var(--rl-text);
        font-weight: 500;
      }
      [role='tab'][aria-selected='true']::after {
        content: '';
        position: absolute;
        inset: auto 0 0;
        height: 2px;
        border-radius: 1px;
        background: var(--rl-accent);
      }
      .count {
        margin-left: 4px;
        color: var(--rl-muted);
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  protected override render() {
    return html`<div
        role="tablist"
        class=${this.isCut ? 'cut' : ''}
        aria-label=${this.label || nothing}
        @keydown=${this.onKey}
      >
        ${this.tabs.map(
          (tab) =>
            html`<button
              type="button"
              role="tab"
              data-tab=${tab.id}
              aria-selected=${tab.id === this.selected}
              tabindex=${tab.id === this.selected ? 0 : -1}
              @click=${() => this.select(tab.id)}
            >
              ${tab.label}${tab.count === undefined ? nothing : html` <span class="count">${tab.count}</span>`}
            </button>`,
        )}
      </div>
      ${this.isCut ? this.renderAll() : nothing}`;
  }

  private renderAll() {
    const items = this.tabs.map(({ id, label }) => ({ id, label, isChecked: id === this.selected }));
    return html`<rl-menu
      align="end"
      label=${t('tabs.all')}
      .items=${items}
      @rl-select=${(event: CustomEvent<{ id: string }>) => {
        event.stopPropagation();
        this.select(event.detail.id);
      }}
    >
      <button
        slot="trigger"
        type="button"
        class="button ghost square"
        aria-haspopup="menu"
        aria-label=${t('tabs.all')}
        title=${t('tabs.all')}
      >
        <rl-icon name="chevron-down"></rl-icon>
      </button>
    </rl-menu>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.sizes.observe(this);
    if (changed.has('tabs')) this.measure();
    const chosen = this.row.querySelector('[aria-selected=true]');
    if (changed.has('selected'))
      chosen?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
  }

  private measure(): void {
    this.isCut = this.row.scrollWidth > this.clientWidth + 1;
  }

  private select(id: string): void {
    this.dispatchEvent(new CustomEvent('rl-select', { detail: { id } }));
  }

  private onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!step) return;
    const at = this.tabs.findIndex((tab) => tab.id === this.selected);
    const next = this.tabs[(at + step + this.tabs.length) % this.tabs.length];
    if (!next) return;
    this.select(next.id);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')?.focus(),
    );
  }
}
