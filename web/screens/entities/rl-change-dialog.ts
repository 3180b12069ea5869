import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ChangeBody, EntityChange } from '../../data/entities.ts';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-dialog.ts';
import './rl-change-review.ts';

/** Asks before a change that needs no further settings. Fires `rl-applied` with `detail: {change}` and `rl-close`. */
@customElement('rl-change-dialog')
export class RlChangeDialog extends LitElement {
  @property() entity = '';
  @property() heading = '';
  /** Of the button that does it. */
  @property() label = '';
  @property({ attribute: false }) body!: ChangeBody;

  static override styles = [
    base,
    buttons,
    css`
      rl-change-review {
        margin: 0 -20px -20px;
      }
    `,
  ];

  protected override render() {
    return html`<rl-dialog open heading=${this.heading} @rl-close=${this.close}>
      <rl-change-review
        entity=${this.entity}
        .body=${this.body}
        label=${this.label}
        @rl-applied=${(event: CustomEvent<{ change: EntityChange }>) => {
          this.dispatchEvent(new CustomEvent('rl-applied', { detail: event.detail }));
          this.close();
        }}
        ><button type="button" class="button" @click=${this.close}>
          ${t('action.cancel')}
        </button></rl-change-review
      >
    </rl-dialog>`;
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }
}
