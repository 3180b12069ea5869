import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import type { EntityGrant, RoleDraft } from '../../data/roles.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';
import { grantsFor, replaceGrants } from './matrix.ts';
import './rl-grant.ts';
import './rl-role-preview.ts';

/** Everything a role says of one entity. Fires `rl-grants` with `detail: {grants}`: those of the whole role. */
@customElement('rl-entity-grants')
export class RlEntityGrants extends LitElement {
  @property({ attribute: false }) edited!: RoleDraft & { id: string };
  @property() entity = '';
  @property() label = '';
  @property({ attribute: false }) masks: Readonly<Record<string, string>> = {};

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        padding: 4px 16px 8px;
      }
      .note {
        padding: 8px 0;
        color: var(--rl-muted);
      }
    `,
  ];

  protected override render() {
    const own = grantsFor(this.edited.grants, this.entity);
    return html`${own.length === 0 ? html`<p class="note">${t('access.noGrant')}</p>` : nothing}
      ${own.map(
        (grant, index) =>
          html`<rl-grant
            .grant=${grant}
            .masks=${this.masks}
            .place=${own.length > 1 ? index + 1 : 0}
            @rl-grant=${(event: CustomEvent<{ grant: EntityGrant }>) =>
              this.emit(own.with(index, event.detail.grant))}
            @rl-remove=${() => this.emit(own.filter((_, at) => at !== index))}
          ></rl-grant>`,
      )}
      <button
        type="button"
        class="button ghost"
        @click=${() => this.emit([...own, { entity: this.entity, actions: ['read'] }])}
      >
        <rl-icon name="plus"></rl-icon>${t(own.length > 0 ? 'access.addGrant' : 'access.firstGrant')}
      </button>
      <rl-role-preview .edited=${this.edited} entity=${this.entity} label=${this.label}></rl-role-preview>`;
  }

  private emit(own: readonly EntityGrant[]): void {
    const grants = replaceGrants(this.edited.grants, this.entity, own);
    this.dispatchEvent(new CustomEvent('rl-grants', { detail: { grants }, bubbles: true, composed: true }));
  }
}
