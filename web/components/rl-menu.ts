import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base } from '../styles/base.ts';
import { dots } from '../styles/tones.ts';
import { place } from './place.ts';
import './rl-icon.ts';
import type { Tone } from './tone.ts';

export interface MenuItem {
  id: string;
  label: string;
  icon?: string;
  /** A dot in this colour before the label. */
  tone?: Tone;
  hint?: string;
  isDanger?: boolean;
  isChecked?: boolean;
  /** Its `hint` says why. */
  isDisabled?: boolean;
  /** A line above this item. */
  separates?: boolean;
  /** A heading above this item. */
  group?: string;
}

/**
 * A menu on its trigger (slot `trigger`). Fires `rl-select` with `detail: {id}`. Arrow keys, Home, End,
 * first letters and Escape work as in native menus.
 */
@customElement('rl-menu')
export class RlMenu extends LitElement {
  @property({ attribute: false }) items: MenuItem[] = [];
  @property() align: 'start' | 'end' = 'start';
  @property() label = '';
  @state() private isOpen = false;
  @query('[popover]') private popup!: HTMLElement;

  static override styles = [
    base,
    dots,
    css`
      :host {
        display: inline-flex;
        min-width: 0;
      }
      [popover] {
        min-width: 180px;
        max-width: min(320px, calc(100vw - 16px));
        padding: 4px;
        border: 0;
        border-radius: 8px;
        background: var(--rl-surface);
        color: inherit;
        box-shadow: var(--rl-shadow-float);
        overflow: auto;
      }
      button {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: var(--rl-control);
        padding: 3px 8px;
        border: 0;
        border-radius: 5px;
        background: none;
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
      }
      button:hover,
      button:focus-visible {
        background: var(--rl-hover);
        outline: none;
      }
      button[aria-disabled='true'] {
        cursor: default;
      }
      button[aria-disabled='true'] > :not(.hint) {
        opacity: 0.5;
      }
      button.danger {
        color: var(--rl-bad-text);
      }
      rl-icon {
        color: var(--rl-muted);
      }
      .danger rl-icon {
        color: inherit;
      }
      hr {
        margin: 4px -4px;
        border: 0;
        border-top: 1px solid var(--rl-line);
      }
      .group {
        padding: 4px 8px 2px;
        color: var(--rl-muted);
        font-size: var(--rl-size-label);
      }
      .tick {
        margin-left: auto;
      }
      .hint {
        margin-left: auto;
        padding-left: 12px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
    `,
  ];

  show(anchor?: Element): void {
    this.isOpen = true;
    void this.updateComplete.then(() => {
      this.popup.showPopover();
      place(this.popup, anchor ?? this.firstElementChild ?? this, { align: this.align });
      this.buttons()[0]?.focus();
    });
  }

  hide(): void {
    if (this.isOpen) this.popup.hidePopover();
  }

  protected override render() {
    return html`<slot
        name="trigger"
        @click=${() => (this.isOpen ? this.hide() : this.show())}
        @keydown=${this.onTriggerKey}
      ></slot>
      <div
        popover
        role="menu"
        aria-label=${this.label || nothing}
        @toggle=${this.onToggle}
        @keydown=${this.onKey}
      >
        ${this.isOpen ? this.items.map((item) => this.renderItem(item)) : nothing}
      </div>`;
  }

  private renderItem(item: MenuItem) {
    const isChoice = item.isChecked !== undefined;
    return html`${item.separates ? html`<hr />` : nothing}
      ${item.group ? html`<div class="group">${item.group}</div>` : nothing}
      <button
        type="button"
        role=${isChoice ? 'menuitemradio' : 'menuitem'}
        aria-checked=${isChoice ? String(item.isChecked) : nothing}
        tabindex="-1"
        class=${item.isDanger ? 'danger' : ''}
        aria-disabled=${item.isDisabled ? 'true' : nothing}
        @click=${() => this.select(item)}
      >
        ${item.icon ? html`<rl-icon name=${item.icon}></rl-icon>` : nothing}
        ${item.tone ? html`<span class="dot ${item.tone}"></span>` : nothing}
        <span class="truncate">${item.label}</span>
        ${item.hint ? html`<span class="hint">${item.hint}</span>` : nothing}
        ${item.isChecked ? html`<rl-icon class="tick" name="check"></rl-icon>` : nothing}
      </button>`;
  }

  private select(item: MenuItem): void {
    // It can be reached, so that its hint is read.
    if (item.isDisabled) return;
    this.hide();
    this.dispatchEvent(new CustomEvent('rl-select', { detail: { id: item.id } }));
  }

  private buttons(): HTMLButtonElement[] {
    return [...this.popup.querySelectorAll<HTMLButtonElement>('button')];
  }

  private onToggle(event: ToggleEvent): void {
    if (event.newState === 'open') return;
    this.isOpen = false;
    const trigger = this.querySelector<HTMLElement>('[slot=trigger]');
    if (this.matches(':focus-within') || !document.activeElement) trigger?.focus();
  }

  private onTriggerKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.show();
  }

  private onKey(event: KeyboardEvent): void {
    const all = this.buttons();
    const at = all.findIndex((button) => button.matches(':focus'));
    const to = nextIndex(event.key, at, all);
    if (event.key === 'Escape' || event.key === 'Tab') this.hide();
    // What the menu belongs to stays open.
    if (event.key === 'Escape') event.stopPropagation();
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    all[to]?.focus();
  }
}

function nextIndex(key: string, at: number, all: HTMLElement[]): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % all.length;
  if (key === 'ArrowUp') return (at - 1 + all.length) % all.length;
  if (key === 'Home') return 0;
  if (key === 'End') return all.length - 1;
  if (key.length !== 1 || key === ' ') return undefined;
  const order = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  const found = order.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
  return found ? all.indexOf(found) : undefined;
}
