import { consume } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../web/components/rl-record-form.ts';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import { formFields } from '../../web/data/work-form.ts';
import { ScreenRules } from '../../web/rules/screen-rules.ts';
import { base } from '../../web/styles/base.ts';
import type { FormField } from '../moddle/form.ts';

/** The form as the person will see it; its conditions follow what is filled in. */
@customElement('rl-form-preview')
export class RlFormPreview extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) fields: FormField[] = [];
  @state() private entered: Readonly<Record<string, unknown>> = {};
  private readonly rules = new ScreenRules(this);

  static override styles = [
    base,
    css`
      :host {
        display: block;
        margin-top: 8px;
        padding: 12px;
        border: 1px dashed var(--rl-line-strong);
        border-radius: var(--rl-radius-card);
      }
    `,
  ];

  protected override render() {
    const written = this.fields.map(({ isRequired, value: _first, ...field }) => ({
      ...field,
      required: isRequired,
    }));
    const shown = formFields(written, { meta: this.meta, rules: this.rules, values: this.entered });
    if (shown.length === 0) return html`<p class="muted">${t('designer.form.preview.empty')}</p>`;
    return html`<rl-record-form
      single
      .fields=${shown}
      @rl-values=${(event: CustomEvent<{ values: Record<string, unknown> }>) => (this.entered = event.detail.values)}
    ></rl-record-form>`;
  }
}
