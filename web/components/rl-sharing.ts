import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { metaContext } from '../context/meta.ts';
import { t } from '../data/i18n.ts';
import type { Meta } from '../data/meta.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';

export interface Sharing {
  sharing: 'private' | 'roles' | 'everybody';
  /** Of `roles`; else empty. */
  roles: string[];
}

const kinds: readonly Sharing['sharing'][] = ['private', 'roles', 'everybody'];

/** Who finds what somebody saved: nobody else, the people of some roles, everybody. Fires `rl-change` with a `Sharing`. */
@customElement('rl-sharing')
export class RlSharing extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) value: Sharing = { sharing: 'private', roles: [] };
  @property() help = '';

  static override styles = [
    base,
    controls,
    css`
      fieldset {
        display: grid;
        gap: 6px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        margin-bottom: 4px;
        padding: 0;
        color: var(--rl-muted);
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .roles {
        display: grid;
        gap: 6px;
        max-height: 180px;
        padding-left: 23px;
        overflow: auto;
      }
    `,
  ];

  protected override render() {
    return html`<fieldset>
      <legend>${t('sharing.who')}</legend>
      ${kinds.map(
        (sharing) =>
          html`<label>
            <input
              type="radio"
              name="sharing"
              .checked=${this.value.sharing === sharing}
              @change=${() => this.tell({ sharing, roles: [] })}
            />
            ${t(`sharing.${sharing}`)}
          </label>`,
      )}
      ${this.value.sharing === 'roles' ? this.renderRoles() : nothing}
      ${this.help ? html`<p class="muted small">${this.help}</p>` : nothing}
    </fieldset>`;
  }

  private renderRoles() {
    return html`<div class="roles" role="group" aria-label=${t('sharing.roles')}>
      ${this.meta.roles.map(
        ({ id, label }) =>
          html`<label>
            <input
              type="checkbox"
              .checked=${this.value.roles.includes(id)}
              @change=${() => this.toggle(id)}
            />
            ${label}
          </label>`,
      )}
    </div>`;
  }

  private toggle(id: string): void {
    const others = this.value.roles.filter((each) => each !== id);
    const isOn = others.length < this.value.roles.length;
    this.tell({ sharing: 'roles', roles: isOn ? others : [...others, id] });
  }

  private tell(value: Sharing): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent<Sharing>('rl-change', { detail: value }));
  }
}

/** Shared with roles, but with none: the sentence to say; else nothing. */
export const sharingProblem = ({ sharing, roles }: Sharing): string =>
  sharing === 'roles' && roles.length === 0 ? t('sharing.rolesMissing') : '';
