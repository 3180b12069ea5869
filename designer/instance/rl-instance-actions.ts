import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-dialog.ts';
import type { InstanceState } from '../data/instances.ts';

/** Suspend, resume, and cancel after asking. Fires `rl-operate` with `detail: {action}`. */
@customElement('rl-instance-actions')
export class RlInstanceActions extends LitElement {
  @property() state: InstanceState = 'active';
  @state() private isAsking = false;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        gap: 8px;
      }
      @media (max-width: 720px) {
        .word {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    if (!['active', 'incident', 'suspended'].includes(this.state)) return nothing;
    const isSuspended = this.state === 'suspended';
    return html`<rl-button
        icon=${isSuspended ? 'play' : 'circle-pause'}
        label=${t(isSuspended ? 'designer.resume' : 'designer.suspend')}
        @click=${() => this.operate(isSuspended ? 'resume' : 'suspend')}
        ><span class="word">${t(isSuspended ? 'designer.resume' : 'designer.suspend')}</span></rl-button
      >
      <rl-button
        variant="danger"
        icon="circle-x"
        label=${t('designer.cancelInstance')}
        @click=${() => (this.isAsking = true)}
        ><span class="word">${t('designer.cancelInstance')}</span></rl-button
      >
      <rl-dialog
        size="small"
        ?open=${this.isAsking}
        heading=${t('designer.cancelInstance.ask')}
        @rl-close=${() => (this.isAsking = false)}
      >
        <p>${t('designer.cancelInstance.text')}</p>
        <rl-button slot="footer" @click=${() => (this.isAsking = false)}>${t('designer.keep')}</rl-button>
        <rl-button slot="footer" variant="danger" @click=${() => this.operate('cancel')}
          >${t('designer.cancelInstance')}</rl-button
        >
      </rl-dialog>`;
  }

  private operate(action: 'suspend' | 'resume' | 'cancel'): void {
    this.isAsking = false;
    this.dispatchEvent(new CustomEvent('rl-operate', { detail: { action } }));
  }
}
