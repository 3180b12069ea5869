import { LitElement, css, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../data/client.ts';
import { t } from '../data/i18n.ts';
import type { SecretValue } from '../data/values.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { showProblem } from './toast.ts';
import './rl-icon.ts';

/** A value that is shown only when asked for; the timeline says who asked. */
@customElement('rl-secret-value')
export class RlSecretValue extends LitElement {
  @property({ attribute: false }) value!: SecretValue;
  @state() private shown: string | undefined;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-width: 0;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.shown = undefined;
  }

  protected override render() {
    const isShown = this.shown !== undefined;
    const label = t(isShown ? 'secret.hide' : 'secret.show');
    return html`<span class=${isShown ? 'truncate' : 'muted'}>${this.shown ?? '••••••'}</span>
      <button
        type="button"
        class="button ghost square"
        aria-label=${label}
        title=${label}
        @click=${this.toggle}
      >
        <rl-icon name=${isShown ? 'eye-off' : 'eye'}></rl-icon>
      </button>`;
  }

  private async toggle(event: Event): Promise<void> {
    event.stopPropagation();
    if (this.shown !== undefined) {
      this.shown = undefined;
      return;
    }
    try {
      const { reveal, field } = this.value;
      this.shown = (await api.post<{ value: string | null }>(reveal, { field })).value ?? '';
    } catch (error) {
      showProblem(error);
    }
  }
}
