import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { may, type Meta } from '../../data/meta.ts';
import { findUsers, type User } from '../../data/users.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-avatar.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import './rl-person-dialog.ts';
import { settingsStyles } from './settings-styles.ts';

/** Everybody who has a name here; who may, adds people and invites them. */
@customElement('rl-people-page')
export class RlPeoplePage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private users: User[] | undefined;
  @state() private search = '';
  @state() private isAdding = false;
  @state() private error: unknown;

  static override styles = [base, buttons, controls, settingsStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const mayManage = may(this.meta, 'users.manage');
    return html`<div class="head">
        <input
          class="control grow"
          type="search"
          aria-label=${t('people.search')}
          placeholder=${t('people.search')}
          @input=${(event: Event) => {
            this.search = (event.target as HTMLInputElement).value;
            void this.load();
          }}
        />
        ${
          mayManage
            ? html`${
                  may(this.meta, 'imports.run')
                    ? html`<a class="button" href="/import/user"
                        ><rl-icon name="upload"></rl-icon>${t('action.import')}</a
                      >`
                    : nothing
                }<button type="button" class="button primary" @click=${() => (this.isAdding = true)}>
                  <rl-icon name="user-plus"></rl-icon>${t('people.add')}
                </button>`
            : nothing
        }
      </div>
      ${this.renderList()}
      ${
        this.isAdding
          ? html`<rl-person-dialog
              @rl-close=${() => (this.isAdding = false)}
              @rl-saved=${() => this.load()}
            ></rl-person-dialog>`
          : nothing
      }`;
  }

  private renderList() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.users) return html`<rl-skeleton rows="8"></rl-skeleton>`;
    return this.users.map((user) => {
      const inner = html`<rl-avatar name=${user.name}></rl-avatar>
        <span class="grow truncate">${user.name}</span>
        <span class="muted truncate optional fixed">${user.email ?? ''}</span>
        <span class="muted truncate optional fixed narrow">${user.team?.title ?? ''}</span>
        <span class="fixed narrow">${this.renderState(user)}</span>`;
      return html`<a class="row" href="/settings/people/${user.id}">${inner}</a>`;
    });
  }

  private renderState(user: User) {
    if (user.isActive === false) return html`<rl-tag tone="bad">${t('people.inactive')}</rl-tag>`;
    return user.canSignIn
      ? nothing
      : html`<rl-tag tone="warn">${t(user.invitedUntil ? 'people.invited' : 'people.notInvited')}</rl-tag>`;
  }

  private async load(): Promise<void> {
    try {
      const wanted = this.search;
      const users = await findUsers(wanted);
      if (wanted === this.search) this.users = users;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
