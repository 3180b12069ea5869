import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-icon.ts';

const icons = [
  ...['box', 'package', 'tag', 'building-2', 'user', 'users', 'briefcase', 'handshake', 'target', 'calendar'],
  ...['shield', 'key-round', 'wrench', 'truck', 'car', 'house', 'map-pin', 'phone', 'mail', 'file-text'],
  ...['receipt', 'credit-card', 'wallet', 'chart-line', 'graduation-cap', 'heart-pulse', 'stethoscope'],
  ...['leaf', 'factory', 'monitor', 'star', 'ticket'],
];

/** One of some icons, as radio buttons. Fires `rl-icon` with `detail: {icon}`. */
@customElement('rl-icon-picker')
export class RlIconPicker extends LitElement {
  @property() value = 'box';

  static override styles = [
    base,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        margin-bottom: 4px;
        color: var(--rl-muted);
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
      }
      label {
        position: relative;
        display: grid;
        place-items: center;
        width: 28px;
        height: 28px;
        border-radius: var(--rl-radius);
        color: var(--rl-muted);
        cursor: pointer;
      }
      label:hover {
        background: var(--rl-hover);
      }
      label:has(:checked) {
        background: var(--rl-accent-soft);
        color: var(--rl-accent-text);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--rl-accent);
      }
      input {
        position: absolute;
        opacity: 0;
        inset: 0;
        margin: 0;
        cursor: pointer;
      }
    `,
  ];

  protected override render() {
    return html`<fieldset>
      <legend>${t('entities.new.icon')}</legend>
      <div>
        ${icons.map(
          (icon) =>
            html`<label title=${t(`entities.icon.${icon}`)}
              ><input
                type="radio"
                name="icon"
                aria-label=${t(`entities.icon.${icon}`)}
                .checked=${icon === this.value}
                @change=${() => {
                  this.value = icon;
                  this.dispatchEvent(new CustomEvent('rl-icon', { detail: { icon } }));
                }} /><rl-icon name=${icon}></rl-icon
            ></label>`,
        )}
      </div>
    </fieldset>`;
  }
}
