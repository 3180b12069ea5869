import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-dialog.ts';

/** The diagram as BPMN XML: to read, to copy, to replace. Fires `rl-import` with `detail: {xml}`. */
@customElement('rl-xml-dialog')
export class RlXmlDialog extends LitElement {
  @property({ type: Boolean }) open = false;
  @property() xml = '';
  @property() fault = '';
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  @state() private isChanged = false;
  @query('textarea') private area!: HTMLTextAreaElement;

  static override styles = [
    base,
    controls,
    css`
      textarea.control {
        height: min(56dvh, 560px);
        font-family: var(--rl-mono);
        font-size: 12px;
        line-height: 18px;
        white-space: pre;
        overflow: auto;
        resize: none;
      }
      p {
        margin-bottom: 8px;
      }
    `,
  ];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('open') || changed.has('xml')) this.isChanged = false;
  }

  protected override render() {
    return html`<rl-dialog ?open=${this.open} heading=${t('designer.xml')} size="large">
      <p class="muted">${t(this.readOnly ? 'designer.xml.read' : 'designer.xml.help')}</p>
      <textarea
        class="control"
        spellcheck="false"
        aria-label=${t('designer.xml')}
        ?readonly=${this.readOnly}
        .value=${this.xml}
        @input=${() => (this.isChanged = true)}
      ></textarea>
      ${this.fault ? html`<div class="field-error" role="alert">${this.fault}</div>` : nothing}
      <rl-button slot="footer" icon="copy" @click=${() => navigator.clipboard?.writeText(this.area.value)}
        >${t('designer.xml.copy')}</rl-button
      >
      ${
        this.readOnly
          ? nothing
          : html`<rl-button slot="footer" variant="primary" ?disabled=${!this.isChanged} @click=${this.import}
              >${t('designer.xml.use')}</rl-button
            >`
      }
    </rl-dialog>`;
  }

  private import(): void {
    this.dispatchEvent(new CustomEvent('rl-import', { detail: { xml: this.area.value } }));
  }
}
