import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { isDark, applyTheme } from '../data/theme.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { controls } from '../styles/controls.ts';
import '../components/rl-avatar.ts';
import '../components/rl-button.ts';
import '../components/rl-dialog.ts';
import '../components/rl-empty.ts';
import '../components/rl-icon.ts';
import '../components/rl-menu.ts';
import '../components/rl-picker.ts';
import '../components/rl-problem.ts';
import '../components/rl-select.ts';
import '../components/rl-skeleton.ts';
import '../components/rl-tabs.ts';
import '../components/rl-tag.ts';
import '../components/rl-time.ts';
import '../components/rl-toasts.ts';
import { showToast } from '../components/toast.ts';

const tones = ['neutral', 'accent', 'good', 'warn', 'bad', 'violet'];
const names = ['Darcel Schlecht', 'Anna Snelling', 'Moses Frase', '陈思远', 'Elif Aydın'];
const hour = 3_600_000;

/** One section per component. */
@customElement('rl-gallery')
export class RlGallery extends LitElement {
  @state() private isOpen = false;
  @state() private tab = 'one';

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: grid;
        gap: 24px;
        max-width: 760px;
        margin: 0 auto;
        padding: 24px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      h2 {
        margin-bottom: 8px;
        color: var(--rl-muted);
      }
    `,
  ];

  protected override render() {
    return html`${this.renderButtons()}${this.renderSmall()}${this.renderControls()}${this.renderFloating()}
      ${this.renderStates()}<rl-toasts></rl-toasts>`;
  }

  private section(title: string, content: TemplateResult) {
    return html`<section>
      <h2>${title}</h2>
      <div class="row">${content}</div>
    </section>`;
  }

  private renderButtons() {
    return this.section(
      'rl-button',
      html`<rl-button variant="primary" icon="plus">Primary</rl-button> <rl-button>Default</rl-button
        ><rl-button variant="ghost" icon="upload">Ghost</rl-button>
        <rl-button variant="danger">Danger</rl-button><rl-button disabled>Disabled</rl-button>
        <rl-button square variant="ghost" icon="ellipsis" label="More"></rl-button>
        <rl-button @click=${() => applyTheme(isDark() ? 'light' : 'dark')}>Theme</rl-button>`,
    );
  }

  private renderSmall() {
    return html`${this.section(
      'rl-tag',
      html`${tones.map((tone) => html`<rl-tag tone=${tone}>${tone}</rl-tag>`)}`,
    )}
    ${this.section(
      'rl-avatar',
      html`${names.map((name) => html`<rl-avatar name=${name}></rl-avatar>`)}<rl-avatar
          square
          size="large"
          name="Acme"
        ></rl-avatar>`,
    )}
    ${this.section(
      'rl-time',
      html`<rl-time value=${new Date(Date.now() - hour).toISOString()}></rl-time>
        <rl-time due value=${new Date(Date.now() - 50 * hour).toISOString()}></rl-time>
        <rl-time value=${new Date(Date.now() + 72 * hour).toISOString()}></rl-time>`,
    )}`;
  }

  private renderControls() {
    const choices = names.map((title) => ({ id: title, title, isPerson: true }));
    return this.section(
      'controls, rl-select, rl-picker',
      html`<input class="control" placeholder="Text" aria-label="Text" />
        <rl-select label="Select" .options=${tones.map((tone) => ({ value: tone, label: tone }))}></rl-select>
        <rl-picker
          label="Person"
          .source=${(search: string) =>
            Promise.resolve(choices.filter((choice) => choice.title.includes(search)))}
        ></rl-picker>`,
    );
  }

  private renderFloating() {
    return this.section(
      'rl-menu, rl-dialog, rl-toasts',
      html`<rl-menu
          .items=${[
            { id: 'open', label: 'Open', icon: 'arrow-up-right', hint: 'Enter' },
            { id: 'delete', label: 'Delete', icon: 'trash-2', isDanger: true, separates: true },
          ]}
          ><button slot="trigger" class="button">Menu</button></rl-menu
        >
        <button class="button" @click=${() => (this.isOpen = true)}>Dialog</button>
        <button
          class="button"
          @click=${() => showToast({ text: 'Saved', action: { label: 'Undo', run: () => undefined } })}
        >
          Toast
        </button>
        <rl-dialog ?open=${this.isOpen} heading="Dialog" @rl-close=${() => (this.isOpen = false)}>
          <p>Something to decide.</p>
          <button slot="footer" class="button primary" @click=${() => (this.isOpen = false)}>Done</button>
        </rl-dialog>`,
    );
  }

  private renderStates() {
    return html`<rl-tabs
        .tabs=${[
          { id: 'one', label: 'One', count: 3 },
          { id: 'two', label: 'Two' },
        ]}
        selected=${this.tab}
        @rl-select=${(event: CustomEvent<{ id: string }>) => (this.tab = event.detail.id)}
      ></rl-tabs>
      <rl-empty heading="Nothing here yet" text="What to do about it stands here.">
        <button class="button">Do it</button>
      </rl-empty>
      <rl-problem
        inline
        .error=${new Error('The server does not answer. Check your connection.')}
      ></rl-problem>
      <rl-skeleton rows="3"></rl-skeleton>`;
  }
}
