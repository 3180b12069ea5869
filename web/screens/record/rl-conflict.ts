import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import type { MetaField } from '../../data/meta.ts';
import type { RecordItem } from '../../data/records.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { values } from '../../styles/values.ts';
import { fieldValue } from '../../components/field-value.ts';
import '../../components/rl-dialog.ts';

/** Two people changed one field: shows both values and lets choose. Fires `rl-keep` or `rl-overwrite`. */
@customElement('rl-conflict')
export class RlConflict extends LitElement {
  @property({ attribute: false }) field!: MetaField;
  @property({ attribute: false }) theirs!: RecordItem;
  @property({ attribute: false }) mine: unknown;

  static override styles = [
    base,
    buttons,
    values,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px 16px;
        margin-top: 12px;
      }
      dt {
        color: var(--rl-muted);
      }
    `,
  ];

  protected override render() {
    const who = this.theirs.updatedBy?.title ?? t('conflict.somebody');
    return html`<rl-dialog open size="small" heading=${t('conflict.title')} @rl-close=${this.keep}>
      <p>${t('conflict.text', { who, field: this.field.label })}</p>
      <dl>
        <dt>${t('conflict.theirs')}</dt>
        <dd>${fieldValue(this.field, this.theirs[this.field.id])}</dd>
        <dt>${t('conflict.mine')}</dt>
        <dd>${fieldValue(this.field, this.mine)}</dd>
      </dl>
      <button slot="footer" type="button" class="button" @click=${this.keep}>${t('conflict.keep')}</button>
      <button slot="footer" type="button" class="button primary" @click=${this.overwrite}>
        ${t('conflict.overwrite')}
      </button>
    </rl-dialog>`;
  }

  private keep(): void {
    this.dispatchEvent(new CustomEvent('rl-keep'));
  }

  private overwrite(): void {
    this.dispatchEvent(new CustomEvent('rl-overwrite'));
  }
}
