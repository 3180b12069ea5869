import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../web/context/meta.ts';
import { entityChoices } from '../../web/data/entity-choices.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-dialog.ts';
import type { Starter } from '../data/starters.ts';
import '../starters/rl-starter-gallery.ts';
import { flowKey, isFlowKey } from '../moddle/flow-key.ts';

export interface NewFlowOrder {
  name: string;
  key: string;
  subject: string;
  /** What it begins as; null for an empty one. */
  starter: Starter | null;
}

/** Asks what a new flow begins as, then for its name. Fires `rl-create` with `detail: NewFlowOrder`, and `rl-close`. */
@customElement('rl-new-flow-dialog')
export class RlNewFlowDialog extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ type: Boolean }) open = false;
  /** The entity it is to be about, where that is known. */
  @property() about = '';
  @property({ attribute: false }) taken: string[] = [];
  @state() private name = '';
  /** Empty: made from the name. */
  @state() private key = '';
  @state() private subject = '';
  /** Undefined: still to be chosen. */
  @state() private starter: Starter | null | undefined;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      form {
        display: grid;
        gap: 14px;
      }
      .mono {
        font-family: var(--rl-mono);
        font-size: var(--rl-size-small);
      }
      summary {
        color: var(--rl-muted);
        cursor: pointer;
      }
      details > .field {
        margin-top: 12px;
      }
      .help {
        display: block;
        margin-top: 4px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
    `,
  ];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open') || !this.open) return;
    this.name = this.key = '';
    this.subject = this.about;
    this.starter = undefined;
  }

  protected override render() {
    const isChosen = this.starter !== undefined;
    const key = this.key || flowKey(this.name, this.taken);
    return html`<rl-dialog
      ?open=${this.open}
      heading=${this.starter?.name ?? t('designer.new')}
      size=${isChosen ? 'small' : 'large'}
      @rl-close=${() => this.dispatchEvent(new CustomEvent('rl-close'))}
    >
      ${
        isChosen
          ? this.renderForm(key)
          : html`<rl-starter-gallery
              .entities=${this.meta.entities}
              about=${this.about}
              @rl-choose=${(event: CustomEvent<{ starter: Starter | null }>) => this.choose(event.detail.starter)}
            ></rl-starter-gallery>`
      }
      <rl-button slot="footer" @click=${() => this.back()}
        >${isChosen ? t('designer.starters.back') : t('designer.cancel')}</rl-button
      >
      <button
        slot="footer"
        form="flow"
        class="button primary"
        ?hidden=${!isChosen}
        ?disabled=${!this.name.trim() || this.faultOf(key) !== ''}
      >
        ${t('designer.new.create')}
      </button>
    </rl-dialog>`;
  }

  private renderForm(key: string) {
    const fault = this.faultOf(key);
    return html`<form id="flow" @submit=${(event: Event) => this.submit(event)}>
      <label class="field"
        ><span class="field-label">${t('designer.new.name')}</span>
        <input
          class="control"
          required
          .value=${this.name}
          placeholder=${t('designer.new.name.example')}
          @input=${(event: Event) => (this.name = valueOf(event))}
      /></label>
      ${
        this.starter
          ? nothing
          : html`<label class="field"
              ><span class="field-label">${t('designer.process.subject')}</span>
              <select
                class="control"
                .value=${this.subject}
                @change=${(event: Event) => (this.subject = valueOf(event))}
              >
                <option value="">${t('designer.process.subject.none')}</option>
                ${entityChoices(this.meta).map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
              </select>
              <span class="help">${t('designer.process.subject.help')}</span></label
            >`
      }
      <details ?open=${fault !== ''}>
        <summary>${t('designer.more')}</summary>
        <label class="field"
          ><span class="field-label">${t('designer.process.key')}</span>
          <input
            class="control mono"
            .value=${key}
            aria-invalid=${fault ? 'true' : 'false'}
            @change=${(event: Event) => (this.key = valueOf(event).trim())}
          />
          ${fault ? html`<span class="field-error" role="alert">${fault}</span>` : html`<span class="help">${t('designer.new.key.help')}</span>`}</label
        >
      </details>
    </form>`;
  }

  private choose(starter: Starter | null): void {
    this.starter = starter;
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
    this.name = starter?.name ?? '';
    this.key = starter ? flowKey(starter.id.slice(starter.id.indexOf('.') + 1), this.taken) : '';
  }

  private back(): void {
    if (this.starter === undefined) this.dispatchEvent(new CustomEvent('rl-close'));
    else this.starter = undefined;
  }

  private faultOf(key: string): string {
    if (!isFlowKey(key)) return t('designer.new.key.shape');
    return this.taken.includes(key) ? t('designer.new.key.taken') : '';
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.create();
  }

  private create(): void {
    const key = this.key || flowKey(this.name, this.taken);
    if (!this.name.trim() || this.faultOf(key)) return;
    const { starter = null } = this;
    const detail: NewFlowOrder = { name: this.name.trim(), key, subject: this.subject, starter };
    this.dispatchEvent(new CustomEvent('rl-create', { detail }));
  }
}

// Only inputs and selects have these listeners.
const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
