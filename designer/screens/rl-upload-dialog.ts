import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatRelative } from '../../web/data/format.ts';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-dialog.ts';
import type { TakenOver } from '../moddle/take-over.ts';

/** A file that was read, and the flow whose key it has, if any. */
export interface Upload {
  file: string;
  taken: TakenOver;
  /** `savedAt`: of changes to it that are not deployed, in milliseconds. */
  namesake?: { name: string; savedAt?: number };
}

/** Whether there is anything to tell of it or to ask; else it can be opened at once. */
export const isPlainUpload = ({ taken, namesake }: Upload): boolean =>
  !namesake && taken.translated === 0 && taken.untranslated.length === 0;

const mostShown = 12;

/**
 * What became of an uploaded file, and whether it is the next version of the flow with its key or another one. Fires
 * `rl-open` with `detail: {name}`, the name of another flow or empty, and `rl-close`.
 */
@customElement('rl-upload-dialog')
export class RlUploadDialog extends LitElement {
  @property({ attribute: false }) upload!: Upload;
  @state() private isAnother = false;
  @state() private name = '';

  static override styles = [
    base,
    controls,
    css`
      .parts {
        display: grid;
        gap: 14px;
      }
      ul {
        max-height: 180px;
        margin: 6px 0 0;
        padding: 0;
        overflow-y: auto;
        list-style: none;
      }
      li {
        padding: 5px 0;
        border-top: 1px solid var(--rl-line);
      }
      code {
        display: block;
        color: var(--rl-muted);
        font-family: var(--rl-mono);
        font-size: var(--rl-size-small);
        overflow-wrap: anywhere;
      }
      fieldset {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 6px;
      }
      fieldset > label {
        display: flex;
        align-items: baseline;
        gap: 8px;
      }
      input[type='radio'] {
        flex: none;
        transform: translateY(2px);
      }
      .help {
        display: block;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
    `,
  ];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('upload')) return;
    this.isAnother = false;
    this.name = this.upload.taken.name;
  }

  protected override render() {
    const { file, taken, namesake } = this.upload;
    const { translated, untranslated, isMadeToRun } = taken;
    return html`<rl-dialog open heading=${t('designer.upload.heading', { file })}>
      <div class="parts">
        ${isMadeToRun ? html`<p>${t('designer.upload.run')}</p>` : nothing}
        ${translated > 0 ? html`<p>${t('designer.upload.translated', { count: translated })}</p>` : nothing}
        ${untranslated.length > 0 ? this.renderLost(untranslated) : nothing}
        ${namesake ? this.renderChoice(namesake) : nothing}
      </div>
      <rl-button slot="footer" @click=${() => this.dispatchEvent(new CustomEvent('rl-close'))}
        >${t('designer.cancel')}</rl-button
      >
      <rl-button
        slot="footer"
        variant="primary"
        ?disabled=${this.isAnother && this.name.trim() === ''}
        @click=${() => this.open()}
        >${t('designer.upload.open')}</rl-button
      >
    </rl-dialog>`;
  }

  private renderLost(lost: TakenOver['untranslated']) {
    const more = lost.length - mostShown;
    return html`<div>
      <p>${t('designer.upload.lost', { count: lost.length })}</p>
      <ul tabindex="0">
        ${lost.slice(0, mostShown).map(({ step, from }) => html`<li>${step}<code>${from}</code></li>`)}
        ${more > 0 ? html`<li class="muted">${t('designer.upload.more', { count: more })}</li>` : nothing}
      </ul>
    </div>`;
  }

  private renderChoice({ name, savedAt }: NonNullable<Upload['namesake']>) {
    return html`<fieldset>
      <legend>${t('designer.upload.taken', { name })}</legend>
      <label
        ><input
          type="radio"
          name="as"
          .checked=${!this.isAnother}
          @change=${() => (this.isAnother = false)}
        />
        <span
          >${t('designer.upload.version')}
          <span class="help"
            >${
              savedAt === undefined
                ? t('designer.upload.version.help')
                : t('designer.upload.draft', { time: formatRelative(new Date(savedAt).toISOString()) })
            }</span
          ></span
        ></label
      >
      <label
        ><input
          type="radio"
          name="as"
          .checked=${this.isAnother}
          @change=${() => (this.isAnother = true)}
        /><span>${t('designer.upload.new')}</span></label
      >
      ${
        this.isAnother
          ? html`<input
              class="control"
              aria-label=${t('designer.upload.name')}
              .value=${this.name}
              @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
            />`
          : nothing
      }
    </fieldset>`;
  }

  private open(): void {
    const name = this.isAnother ? this.name.trim() : '';
    this.dispatchEvent(new CustomEvent('rl-open', { detail: { name } }));
  }
}
