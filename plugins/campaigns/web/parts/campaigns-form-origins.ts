import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons, controls, t } from '../../../../web/index.ts';
import { formStyles } from './form-styles.ts';

/** On whose pages a form may stand. Fires `rl-change` with all of them. */
@customElement('campaigns-form-origins')
export class CampaignsFormOrigins extends LitElement {
  @property({ attribute: false }) origins: readonly string[] = [];
  @state() private problem = '';

  static override styles = [base, buttons, controls, formStyles];

  protected override render() {
    return html`<h3>${t('form.origins')}</h3>
      <p class="muted">${t('form.origins.help')}</p>
      ${this.origins.map(
        (origin) =>
          html`<div class="row">
            <span class="truncate">${origin}</span>
            <button
              type="button"
              class="button ghost square"
              aria-label=${t('form.remove', { name: origin })}
              @click=${() => this.tell(this.origins.filter((other) => other !== origin))}
            >
              <rl-icon name="x"></rl-icon>
            </button>
          </div>`,
      )}
      <form class="adds" @submit=${(event: SubmitEvent) => this.add(event)}>
        <label class="field grow"
          ><span class="visually-hidden">${t('form.origin')}</span>
          <input
            class="control"
            name="origin"
            placeholder="https://www.example.com"
            aria-invalid=${this.problem ? 'true' : 'false'}
            autocomplete="off"
          />
        </label>
        <button class="button">${t('form.addOrigin')}</button>
      </form>
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}`;
  }

  /** An address of any page will do: its origin is what counts. */
  private add(event: SubmitEvent): void {
    event.preventDefault();
    // The casts: the listener stands on this form, and so does the field.
    const form = event.target as HTMLFormElement;
    const field = form.elements.namedItem('origin') as HTMLInputElement;
    const typed = field.value.trim();
    const address = /^https?:\/\//.test(typed) ? typed : `https://${typed}`;
    if (typed === '' || !URL.canParse(address)) {
      this.problem = t('form.origin.wrong');
      return;
    }
    this.problem = '';
    this.tell([...new Set([...this.origins, new URL(address).origin])]);
    form.reset();
  }

  private tell(origins: string[]): void {
    this.dispatchEvent(new CustomEvent('rl-change', { detail: origins }));
  }
}
