import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Choice } from '../../data/choices.ts';
import { t } from '../../data/i18n.ts';
import '../../components/rl-dialog.ts';
import './rl-why.ts';

/** "Why" about one record, over the page. Fires `rl-close`. */
@customElement('rl-why-dialog')
export class RlWhyDialog extends LitElement {
  @property({ attribute: false }) record!: { entity: string; id: string };
  @property({ attribute: false }) person: Choice | null = null;
  /** What the record is called. */
  @property() name = '';

  protected override render() {
    return html`<rl-dialog open heading=${t('why.heading', { name: this.name })}>
      <rl-why .record=${this.record} .person=${this.person}></rl-why>
    </rl-dialog>`;
  }
}
