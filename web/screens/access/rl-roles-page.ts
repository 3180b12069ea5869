import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import { listPermissions, listRoles, type RoleItem, type RolesAnswer } from '../../data/roles.ts';
import { navigate } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import './rl-new-role.ts';
import './rl-role-editor.ts';

/** All roles; one of them open for change when the address names it. */
@customElement('rl-roles-page')
export class RlRolesPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  /** Id of the role that is open. */
  @property() item = '';
  @state() private answer: RolesAnswer | undefined;
  @state() private permissions: { id: string; label: string }[] = [];
  @state() private error: unknown;
  @state() private isAdding = false;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 36px;
        margin-bottom: 8px;
      }
      .row {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 44px;
        padding: 4px;
        border-bottom: 1px solid var(--rl-line);
      }
      .row:hover {
        background: var(--rl-sunken);
      }
      .sums {
        display: block;
        font-size: var(--rl-size-small);
      }
      .optional {
        flex: none;
      }
      @media (max-width: 720px) {
        .optional {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.answer) return html`<rl-skeleton rows="6"></rl-skeleton>`;
    const role = this.answer.items.find(({ id }) => id === this.item);
    if (role)
      return html`<rl-role-editor
        .edited=${role}
        .masks=${this.answer.masks}
        .permissions=${this.permissions}
        @rl-changed=${this.changed}
      ></rl-role-editor>`;
    return html`${this.item ? html`<rl-empty icon="search" heading=${t('access.gone')}></rl-empty>` : nothing}
      <div class="head">
        <p class="grow muted">${t('access.listAbout')}</p>
        <button type="button" class="button primary" @click=${() => (this.isAdding = true)}>
          <rl-icon name="plus"></rl-icon>${t('access.newRole')}
        </button>
      </div>
      ${this.answer.items.map((one) => this.renderRole(one))}
      ${
        this.isAdding
          ? html`<rl-new-role
              .roles=${this.answer.items}
              @rl-close=${() => (this.isAdding = false)}
              @rl-made=${async (event: CustomEvent<{ id: string }>) => {
                this.isAdding = false;
                await this.changed();
                navigate(`/settings/roles/${event.detail.id}`);
              }}
            ></rl-new-role>`
          : nothing
      }`;
  }

  private renderRole(role: RoleItem): TemplateResult {
    return html`<a class="row" href="/settings/roles/${encodeURIComponent(role.id)}">
      <span class="grow">
        <b>${role.name}</b>
        <span class="sums muted truncate">${this.sums(role)}</span>
      </span>
      ${role.broken.length > 0 ? html`<rl-tag tone="bad">${t('access.broken')}</rl-tag>` : nothing}
      ${role.isChanged ? html`<rl-tag tone="accent">${t('access.changed')}</rl-tag>` : nothing}
      <span class="muted optional">${t('access.people', { count: role.people })}</span>
      <rl-tag class="optional" tone=${role.origin === 'own' ? 'accent' : 'neutral'}
        >${t(`access.origin.${role.origin}`)}</rl-tag
      >
      <rl-icon name="chevron-right"></rl-icon>
    </a>`;
  }

  private sums({ permissions, grants }: RoleItem): string {
    if (permissions.includes('*')) return t('access.everything');
    const entities = [...new Set(grants.map(({ entity }) => entity))].map((id) =>
      id === '*' ? t('access.everyEntity') : (entityOf(this.meta, id)?.label.many ?? id),
    );
    return entities.length > 0 ? entities.join(t('list.comma')) : t('access.nothing');
  }

  /** Other screens name roles too. */
  private async changed(): Promise<void> {
    await this.load();
    this.dispatchEvent(new CustomEvent('rl-meta-changed', { bubbles: true, composed: true }));
  }

  private async load(): Promise<void> {
    try {
      [this.answer, this.permissions] = await Promise.all([listRoles(), listPermissions()]);
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
