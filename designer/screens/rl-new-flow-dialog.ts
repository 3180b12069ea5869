import { consume } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import { base } from '../../web/styles/base.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-dialog.ts';
import { flowKey, isFlowKey } from '../moddle/flow-key.ts';

/** Asks for the name and subject of a new flow. Fires `rl-create` with `detail: {name, key, subject}`. */
@customElement('rl-new-flow-dialog')
export class RlNewFlowDialog extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) taken: string[] = [];
  @state() private name = '';
  /** Empty: made from the name. */
  @state() private key = '';
  @state() private subject = '';

  static override styles = [
    base,
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
      .help {
        display: block;
        margin-top: 4px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
    `,
  ];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('open') && this.open) this.name = this.key = this.subject = '';
  }

  protected override render() {
    const key = this.key || flowKey(this.name, this.taken);
    const fault = this.faultOf(key);
    return html`<rl-dialog ?open=${this.open} heading=${t('designer.new')} size="small">
      <form @submit=${(event: Event) => this.submit(event)}>
        <label class="field"
          ><span class="field-label">${t('designer.new.name')}</span>
          <input
            class="control"
            autofocus
            required
            .value=${this.name}
            placeholder=${t('designer.new.name.example')}
            @input=${(event: Event) => (this.name = valueOf(event))}
        /></label>
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
        <label class="field"
          ><span class="field-label">${t('designer.process.subject')}</span>
          <select
            class="control"
            .value=${this.subject}
            @change=${(event: Event) => (this.subject = valueOf(event))}
          >
            <option value="">${t('designer.process.subject.none')}</option>
            ${this.meta.entities.map((entity) => html`<option value=${entity.id}>${entity.label.one}</option>`)}
          </select>
          <span class="help">${t('designer.process.subject.help')}</span></label
        >
      </form>
      <rl-button slot="footer" @click=${() => this.dispatchEvent(new CustomEvent('rl-close'))}
        >${t('designer.cancel')}</rl-button
      >
      <rl-button
        slot="footer"
        variant="primary"
        ?disabled=${!this.name.trim() || fault !== ''}
        @click=${() => this.create()}
        >${t('designer.new.create')}</rl-button
      >
    </rl-dialog>`;
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
    const detail = { name: this.name.trim(), key, subject: this.subject };
    this.dispatchEvent(new CustomEvent('rl-create', { detail }));
  }
}

// Only inputs and selects have these listeners.
const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
