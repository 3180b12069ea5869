import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-select.ts';
import { joints, type Joint } from './rows.ts';

/** How the lines below count together. Fires `rl-joint` with the chosen one. */
@customElement('rl-segment-joint')
export class RlSegmentJoint extends LitElement {
  @property() lead = '';
  @property() joint: Joint = 'all';
  @property({ type: Boolean }) disabled = false;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      rl-select {
        width: 120px;
      }
    `,
  ];

  protected override render() {
    return html`<span>${this.lead}</span>
      <rl-select
        label=${t('segment.joint')}
        ?disabled=${this.disabled}
        .options=${joints.map((value) => ({ value, label: t(`segment.${value}`) }))}
        value=${this.joint}
        @change=${(event: CustomEvent<{ value: Joint }>) =>
          this.dispatchEvent(new CustomEvent('rl-joint', { detail: event.detail.value }))}
      ></rl-select>
      <span>${t('segment.ofThese')}</span>`;
  }
}
