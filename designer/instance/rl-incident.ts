import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-dialog.ts';
import '../../web/components/rl-icon.ts';
import type { Incident } from '../data/instances.ts';
import './rl-value-tree.ts';

/** A stop that needs a person: where, why, with what. Fires `rl-retry`, `rl-edit` and, once confirmed, `rl-resolve`. */
@customElement('rl-incident')
export class RlIncident extends LitElement {
  @property({ attribute: false }) incident!: Incident;
  @property() name = '';
  @property({ type: Boolean }) busy = false;
  @state() private isAsking = false;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        padding: 10px 12px;
        border-radius: var(--rl-radius-card);
        background: var(--rl-bad-soft);
      }
      h3 {
        display: flex;
        gap: 8px;
        color: var(--rl-bad-text);
      }
      h3 rl-icon {
        margin-top: 2px;
      }
      p {
        margin-top: 4px;
        overflow-wrap: anywhere;
      }
      code {
        display: block;
        margin-top: 6px;
        padding: 6px 8px;
        border-radius: var(--rl-radius);
        background: var(--rl-surface);
        font-family: var(--rl-mono);
        font-size: var(--rl-size-small);
        line-height: 18px;
        overflow-wrap: anywhere;
      }
      .label {
        margin-top: 8px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 10px;
      }
    `,
  ];

  protected override render() {
    const { incident } = this;
    return html`<h3>
        <rl-icon name="circle-alert"></rl-icon
        ><span>${t('designer.incident.at', { name: this.name || incident.element })}</span>
      </h3>
      <p>${incident.message}</p>
      ${
        incident.expression
          ? html`<div class="label">${t('designer.incident.expression')}</div>
              <code>${incident.expression}</code>`
          : nothing
      }
      ${
        incident.input === undefined || incident.input === null
          ? nothing
          : html`<div class="label">${t('designer.incident.input')}</div>
              <code><rl-value-tree .value=${incident.input}></rl-value-tree></code>`
      }
      <div class="actions">
        <rl-button
          variant="primary"
          icon="rotate-ccw"
          ?loading=${this.busy}
          @click=${() => this.fire('rl-retry')}
          >${t('designer.incident.retry')}</rl-button
        >
        <rl-button icon="pencil" @click=${() => this.fire('rl-edit')}
          >${t('designer.incident.edit')}</rl-button
        >
        <rl-button icon="check" @click=${() => (this.isAsking = true)}
          >${t('designer.incident.resolve')}</rl-button
        >
      </div>
      <rl-dialog
        size="small"
        ?open=${this.isAsking}
        heading=${t('designer.incident.resolve.ask', { name: this.name || incident.element })}
        @rl-close=${() => (this.isAsking = false)}
      >
        <p>${t('designer.incident.resolve.text')}</p>
        <rl-button slot="footer" @click=${() => (this.isAsking = false)}>${t('action.cancel')}</rl-button>
        <rl-button slot="footer" variant="primary" @click=${() => this.resolve()}
          >${t('designer.incident.resolve')}</rl-button
        >
      </rl-dialog>`;
  }

  private resolve(): void {
    this.isAsking = false;
    this.fire('rl-resolve');
  }

  private fire(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}
