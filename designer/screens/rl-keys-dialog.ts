import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-dialog.ts';

const keys: readonly [keys: string, text: string][] = [
  ['← ↑ → ↓', 'walk'],
  ['Home', 'first'],
  ['A', 'append'],
  ['F2', 'rename'],
  ['Enter', 'settings'],
  ['Esc', 'back'],
  ['Delete', 'remove'],
  ['Alt + ← ↑ → ↓', 'shift'],
  ['C', 'connect'],
  ['Ctrl + Z', 'undo'],
  ['Ctrl + C, Ctrl + V', 'copy'],
  ['Ctrl + F', 'find'],
  ['Ctrl + S', 'save'],
  ['?', 'help'],
];

/** What the keys do on the canvas. Fires `rl-close`. */
@customElement('rl-keys-dialog')
export class RlKeysDialog extends LitElement {
  @property({ type: Boolean }) open = false;

  static override styles = [
    base,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px 20px;
      }
      dt {
        font-family: var(--rl-mono);
        font-size: var(--rl-size-small);
      }
    `,
  ];

  protected override render() {
    return html`<rl-dialog
      ?open=${this.open}
      heading=${t('designer.keys')}
      @rl-close=${() => this.dispatchEvent(new CustomEvent('rl-close'))}
    >
      <dl>
        ${keys.map(
          ([key, text]) =>
            html`<dt>${key}</dt>
              <dd>${t(`designer.keys.${text}`)}</dd>`,
        )}
      </dl>
    </rl-dialog>`;
  }
}
