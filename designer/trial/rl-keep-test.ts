import { LitElement, css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { showProblem, showToast } from '../../web/components/toast.ts';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-button.ts';
import { keepTest, type Trial } from '../data/trials.ts';
import './texts.ts';

/** Keeps the run of one record as a test of the flow. Fires `rl-kept`. */
@customElement('rl-keep-test')
export class RlKeepTest extends LitElement {
  @property({ attribute: 'flow-key' }) flowKey = '';
  @property() xml = '';
  @property({ attribute: false }) trial!: Trial;
  @state() private isBusy = false;
  @query('input') private input!: HTMLInputElement;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        padding-top: 16px;
      }
      form {
        display: flex;
        gap: 8px;
        align-items: end;
      }
      label {
        flex: 1;
        min-width: 0;
      }
      p {
        padding-top: 4px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
    `,
  ];

  protected override render() {
    const { trial } = this;
    return html`<form @submit=${this.keep}>
        <label
          ><span class="field-label">${t('trial.keep.name')}</span>
          <input
            class="control"
            maxlength="200"
            required
            .value=${t('trial.keep.example', {
              name: trial.record?.title ?? t('trial.one'),
              state: t(`trial.state.${trial.state}`),
            })}
          />
        </label>
        <rl-button ?loading=${this.isBusy} @click=${this.keep}>${t('trial.keep')}</rl-button>
      </form>
      <p>${t('trial.keep.help')}</p>`;
  }

  private readonly keep = async (event: Event): Promise<void> => {
    event.preventDefault();
    const name = this.input.value.trim();
    if (!name || this.isBusy) return;
    this.isBusy = true;
    try {
      const record = this.trial.record?.id;
      await keepTest(this.flowKey, { name, xml: this.xml, ...(record && { record }) });
      showToast({ text: t('trial.kept', { name }) });
      this.dispatchEvent(new CustomEvent('rl-kept'));
    } catch (error) {
      showProblem(error);
    } finally {
      this.isBusy = false;
    }
  };
}
