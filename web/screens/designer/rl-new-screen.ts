import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { entityChoices } from '../../data/entity-choices.ts';
import { locale, t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { navigate } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-select.ts';
import { createScreen, type NewScreen } from './design-data.ts';

const kinds = ['dashboard', 'list', 'board', 'calendar', 'form'] as const;
const icons: Record<NewScreen['kind'], string> = {
  dashboard: 'chart-line',
  list: 'list',
  board: 'square-kanban',
  calendar: 'calendar',
  form: 'square-check',
};

/** Asks what a new screen is, makes it, and opens it in the designer. Fires `rl-close`. */
@customElement('rl-new-screen')
export class RlNewScreen extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private kind: NewScreen['kind'] = 'dashboard';
  @state() private entity = '';
  @state() private name = '';
  @state() private group = '';
  @state() private isFirst = true;
  @state() private problem = '';
  @state() private error: unknown;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      .form {
        display: grid;
        gap: 12px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.entity = entityChoices(this.meta, 'many')[0]?.value ?? '';
    this.group = this.meta.navigation[0]?.group ?? '';
  }

  protected override render() {
    return html`<rl-dialog open size="small" heading=${t('screens.newScreen')}>
      <form class="form" id="screen" @submit=${this.make}>
        ${this.error ? html`<rl-problem inline .retry=${false} .error=${this.error}></rl-problem>` : nothing}
        <label class="field">
          <span class="field-label">${t('screens.screenName')}</span>
          <input
            class="control"
            maxlength="120"
            aria-invalid=${this.problem ? 'true' : nothing}
            .value=${this.name}
            @input=${(event: InputEvent) => (this.name = (event.target as HTMLInputElement).value)}
          />
          ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
        </label>
        ${this.renderSelect(t('screens.screenKind'), {
          value: this.kind,
          options: kinds.map((value) => ({ value, label: t(`screens.kind.${value}`) })),
          // One of the options above.
          change: (value) => (this.kind = value as NewScreen['kind']),
        })}
        ${this.renderSelect(t('screens.screenEntity'), {
          value: this.entity,
          options: entityChoices(this.meta, 'many'),
          change: (value) => (this.entity = value),
        })}
        ${
          this.kind === 'form'
            ? html`<label class="check"
                ><input
                  type="checkbox"
                  .checked=${this.isFirst}
                  @change=${(event: Event) => (this.isFirst = (event.target as HTMLInputElement).checked)}
                />${t('screens.check.isFirstForm')}</label
              >`
            : this.renderSelect(t('screens.screenGroup'), {
                value: this.group,
                options: this.meta.navigation.map(({ group, label }) => ({ value: group, label })),
                change: (value) => (this.group = value),
              })
        }
      </form>
      <button
        slot="footer"
        type="button"
        class="button"
        @click=${() => this.dispatchEvent(new CustomEvent('rl-close'))}
      >
        ${t('action.cancel')}
      </button>
      <button slot="footer" form="screen" class="button primary">${t('action.create')}</button>
    </rl-dialog>`;
  }

  private renderSelect(
    label: string,
    select: { value: string; options: { value: string; label: string }[]; change: (value: string) => void },
  ) {
    return html`<label class="field">
      <span class="field-label">${label}</span>
      <rl-select
        label=${label}
        .options=${select.options}
        value=${select.value}
        @change=${(event: CustomEvent<{ value: string }>) => select.change(event.detail.value)}
      ></rl-select>
    </label>`;
  }

  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = this.name.trim();
    this.problem = name ? '' : t('screens.nameMissing');
    if (!name) return;
    const { kind, entity, group, isFirst } = this;
    const nav = group ? { nav: { group, icon: icons[kind], order: 90 } } : {};
    try {
      const { id } = await createScreen({
        kind,
        entity,
        label: { [locale()]: name },
        ...(kind === 'form' ? { isFirst } : nav),
      });
      this.dispatchEvent(new CustomEvent('rl-meta-changed', { bubbles: true, composed: true }));
      navigate(`/screens/${encodeURIComponent(id)}`);
    } catch (error) {
      this.error = error;
    }
  }
}
