import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import { showToast } from '../../components/toast.ts';
import { pageStyles } from './page-styles.ts';

/** A link or key that is shown this once, to be copied. */
@customElement('rl-copy-once')
export class RlCopyOnce extends LitElement {
  @property() value = '';
  /** What it is, read out. */
  @property() label = '';
  /** What to do with it. */
  @property() about = '';

  static override styles = [base, buttons, controls, pageStyles];

  protected override render() {
    return html`<div class="once" role="status">
      <p>${this.about}</p>
      <input class="control" readonly aria-label=${this.label} .value=${this.value} @focus=${this.select} />
      <button type="button" class="button" @click=${this.copy}>
        <rl-icon name="copy"></rl-icon>${t('person.copy')}
      </button>
    </div>`;
  }

  private select(event: FocusEvent): void {
    (event.target as HTMLInputElement).select();
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.value).catch(() => undefined);
    this.renderRoot.querySelector('input')?.select();
    showToast({ text: t('person.copied') });
  }
}
