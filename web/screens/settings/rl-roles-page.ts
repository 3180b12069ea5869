import { consume } from '@lit/context';
import { LitElement, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { EntityGrant } from '../../../core/access/role.ts';
import { metaContext } from '../../context/meta.ts';
import { api } from '../../data/client.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import { settingsStyles } from './settings-styles.ts';

interface RoleItem {
  id: string;
  label: string;
  grants: EntityGrant[];
  permissions: string[];
}

/** What each role may do, in words. */
@customElement('rl-roles-page')
export class RlRolesPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private roles: RoleItem[] | undefined;
  @state() private error: unknown;

  static override styles = [base, settingsStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.roles) return html`<rl-skeleton rows="6"></rl-skeleton>`;
    return this.roles.map(
      (role) =>
        html`<h2>${role.label}</h2>
          ${role.permissions.includes('*') ? html`<div class="row">${t('roles.everything')}</div>` : ''}
          ${role.permissions.includes('*') ? '' : role.grants.map((grant) => this.renderGrant(grant))}
          ${
            role.permissions.length > 0 && !role.permissions.includes('*')
              ? html`<div class="row">
                  <span class="muted">${t('roles.permissions')}</span>
                  <span class="grow">${role.permissions.join(', ')}</span>
                </div>`
              : ''
          }`,
    );
  }

  private renderGrant(grant: EntityGrant) {
    const entity = entityOf(this.meta, grant.entity);
    const what = grant.entity === '*' ? t('roles.allEntities') : (entity?.label.many ?? grant.entity);
    return html`<div class="row">
      <span class="grow">${what}</span>
      ${grant.where ? html`<rl-tag tone="violet">${t('roles.limited')}</rl-tag>` : ''}
      ${grant.actions.map((action) => html`<rl-tag>${t(`roles.action.${action}`)}</rl-tag>`)}
    </div>`;
  }

  private async load(): Promise<void> {
    try {
      this.roles = (await api.get<{ items: RoleItem[] }>('/api/roles')).items;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
