import { LitElement, css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { base, buttons, findPeople, t, type Choice } from '../../../../web/index.ts';
import './texts.ts';

/** Names a colleague, found by what is typed. Fires `service-mention` with `detail: {id, name}`, null where it was left. */
@customElement('service-mention')
export class ServiceMention extends LitElement {
  @state() private isChoosing = false;
  @query('rl-picker') private picker!: HTMLElement & { show(): void };

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: inline-flex;
      }
      rl-picker {
        width: 200px;
      }
    `,
  ];

  protected override render() {
    const label = t('service.web.compose.mention');
    if (!this.isChoosing)
      return html`<button
        type="button"
        class="button ghost square"
        aria-label=${label}
        title=${label}
        @click=${this.choose}
      >
        <rl-icon name="at-sign"></rl-icon>
      </button>`;
    return html`<rl-picker
      label=${label}
      placeholder=${label}
      .source=${findPeople}
      @change=${(event: CustomEvent<{ value: Choice | null }>) => this.end(event.detail.value)}
      @keydown=${{ handleEvent: this.leave, capture: true }}
      @focusout=${() => (this.isChoosing = false)}
    ></rl-picker>`;
  }

  async choose(): Promise<void> {
    this.isChoosing = true;
    await this.updateComplete;
    this.picker.show();
  }

  /** Before the picker, which keeps Escape to itself while its list is open. */
  private readonly leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.end(null);
  };

  private end(person: Choice | null): void {
    this.isChoosing = false;
    const detail = person && { id: person.id, name: person.title };
    this.dispatchEvent(new CustomEvent('service-mention', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'service-mention': ServiceMention;
  }
}
