import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../styles/base.ts';

export interface TabItem {
  id: string;
  label: string;
  count?: number | string;
}

/** A row of tabs; the owner shows the panel. Fires `rl-select` with `detail: {id}`. */
@customElement('rl-tabs')
export class RlTabs extends LitElement {
  @property({ attribute: false }) tabs: TabItem[] = [];
  @property() selected = '';
  @property() label = '';

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      [role='tablist'] {
        display: flex;
        gap: 18px;
        border-bottom: 1px solid var(--rl-line);
        overflow-x: auto;
        scrollbar-width: none;
      }
      button {
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
      button:hover {
        color: var(--rl-text);
      }
      button[aria-selected='true'] {
        color: var(--rl-text);
        font-weight: 500;
      }
      button[aria-selected='true']::after {
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
    return html`<div role="tablist" aria-label=${this.label || nothing} @keydown=${this.onKey}>
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
    </div>`;
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
