import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { metaContext } from '../context/meta.ts';
import { t } from '../data/i18n.ts';
import { entityOf, type Meta } from '../data/meta.ts';
import { searchEverywhere } from '../data/search.ts';
import { base } from '../styles/base.ts';
import '../components/rl-icon.ts';
import { paletteActions, type Command } from './palette-commands.ts';
import { paletteOrder } from './palette-order.ts';
import { navigate, recordPath } from './router.ts';

const typingPause = 140;

/** Finds records, screens and actions by a few letters. Fires `rl-close`. */
@customElement('rl-palette')
export class RlPalette extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private text = '';
  @state() private records: Command[] = [];
  @state() private active = 0;
  @state() private isSearching = false;
  @state() private problem = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  private asked: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    base,
    css`
      dialog {
        width: min(600px, calc(100vw - 24px));
        max-height: min(480px, 70dvh);
        margin: 12dvh auto auto;
        padding: 0;
        border: 0;
        border-radius: 12px;
        background: var(--rl-surface);
        color: inherit;
        box-shadow: var(--rl-shadow-float);
        overflow: hidden;
        flex-direction: column;
      }
      dialog[open] {
        display: flex;
      }
      dialog::backdrop {
        background: var(--rl-backdrop);
      }
      .find {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 0 16px;
        border-bottom: 1px solid var(--rl-line);
      }
      .find rl-icon {
        color: var(--rl-muted);
      }
      input {
        flex: 1;
        min-width: 0;
        height: 46px;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        font-size: 15px;
        outline: none;
      }
      input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--rl-muted);
        opacity: 1;
      }
      [role='listbox'] {
        padding: 6px;
        overflow: auto;
      }
      h2 {
        padding: 6px 10px 2px;
        color: var(--rl-muted);
        font-size: var(--rl-size-label);
        font-weight: 500;
      }
      [role='option'] {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 34px;
        padding: 2px 10px;
        border-radius: var(--rl-radius);
        cursor: pointer;
      }
      [role='option'] rl-icon {
        color: var(--rl-muted);
      }
      .active {
        background: var(--rl-hover);
      }
      .hint {
        margin-left: auto;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      p {
        padding: 12px 10px;
        color: var(--rl-muted);
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  protected override render() {
    const commands = this.commands();
    return html`<dialog aria-label=${t('shell.search')} @close=${this.close} @click=${this.onBackdrop}>
      <div class="find">
        <rl-icon name="search"></rl-icon>
        <input
          autofocus
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-expanded="true"
          aria-controls="found"
          aria-activedescendant="command-${this.active}"
          aria-label=${t('shell.search')}
          placeholder=${t('palette.placeholder')}
          @input=${this.onInput}
          @keydown=${(event: KeyboardEvent) => this.onKey(event, commands)}
        />
      </div>
      <div id="found" role="listbox" aria-label=${t('palette.found')}>
        ${commands.map((command, index) => this.renderCommand(command, index, commands[index - 1]))}
        ${commands.length === 0 ? html`<p>${this.note()}</p>` : nothing}
      </div>
    </dialog>`;
  }

  private renderCommand(command: Command, index: number, before: Command | undefined) {
    return html`${
        command.group === before?.group ? nothing : html`<h2 role="presentation">${command.group}</h2>`
      }
      <div
        id="command-${index}"
        role="option"
        class=${index === this.active ? 'active' : ''}
        aria-selected=${index === this.active}
        @pointermove=${() => (this.active = index)}
        @click=${() => this.run(command)}
      >
        <rl-icon name=${command.icon}></rl-icon>
        <span class="truncate">${command.label}</span>
        ${command.hint ? html`<span class="hint truncate">${command.hint}</span>` : nothing}
      </div>`;
  }

  private commands(): Command[] {
    return paletteOrder(paletteActions(this.meta), this.records, this.text);
  }

  private note(): string {
    if (this.problem) return this.problem;
    return t(this.isSearching ? 'picker.searching' : 'palette.nothing');
  }

  private onInput(event: InputEvent): void {
    this.text = (event.target as HTMLInputElement).value; // the listener sits on the input
    this.active = 0;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.find(this.text.trim()), typingPause);
  }

  private async find(text: string): Promise<void> {
    this.asked?.abort();
    if (!text) {
      this.records = [];
      return;
    }
    const asked = (this.asked = new AbortController());
    this.isSearching = true;
    try {
      const found = await searchEverywhere(text, asked.signal);
      this.records = found.map((item) => {
        const entity = entityOf(this.meta, item.entity);
        return {
          group: t('palette.records'),
          label: item.title,
          icon: entity?.icon ?? 'box',
          hint: [item.subtitle, entity?.label.one].filter(Boolean).join(' · '),
          run: () => navigate(recordPath(item.entity, item.id)),
        };
      });
      this.problem = '';
    } catch (error) {
      if (asked.signal.aborted) return;
      this.records = [];
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.isSearching = false;
  }

  private onKey(event: KeyboardEvent, commands: Command[]): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step && commands.length > 0) {
      event.preventDefault();
      this.active = (this.active + step + commands.length) % commands.length;
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector(`#command-${this.active}`)?.scrollIntoView({ block: 'nearest' }),
      );
    }
    const command = commands[this.active];
    if (event.key === 'Enter' && command && !event.isComposing) {
      event.preventDefault();
      this.run(command);
    }
  }

  private run(command: Command): void {
    this.dialog.close();
    command.run();
  }

  private onBackdrop(event: Event): void {
    if (event.target === this.dialog) this.dialog.close();
  }

  private close(): void {
    this.asked?.abort();
    this.dispatchEvent(new CustomEvent('rl-close'));
  }
}
