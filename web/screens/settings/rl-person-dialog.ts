import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { changeUser, inviteUser, listTeams, type NewUser, type Team, type User } from '../../data/users.ts';
import { navigate } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-problem.ts';
import { showToast } from '../../components/toast.ts';
import { settingsStyles } from './settings-styles.ts';

/** Adds or changes a person. Fires `rl-saved` and `rl-close`. */
@customElement('rl-person-dialog')
export class RlPersonDialog extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) user: User | undefined;
  @state() private teams: Team[] = [];
  @state() private error: unknown;
  @state() private isBusy = false;

  static override styles = [base, buttons, controls, settingsStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void listTeams()
      .catch(() => [])
      .then((teams) => (this.teams = teams));
  }

  protected override render() {
    const { user } = this;
    return html`<rl-dialog open heading=${t(user ? 'people.change' : 'people.add')} @rl-close=${this.close}>
      <form class="form" id="person" @submit=${this.save}>
        ${this.error ? html`<rl-problem inline .retry=${false} .error=${this.error}></rl-problem>` : nothing}
        <label class="field">
          <span class="field-label">${t('people.name')}</span>
          <input class="control" name="name" required maxlength="200" .value=${user?.name ?? ''} />
        </label>
        <label class="field">
          <span class="field-label">${t('people.email')}</span>
          <input class="control" name="email" type="email" autocomplete="off" .value=${user?.email ?? ''} />
        </label>
        <label class="field">
          <span class="field-label">${t(user?.email ? 'people.newPassword' : 'people.password')}</span>
          <input class="control" name="password" type="password" minlength="8" autocomplete="new-password" />
        </label>
        ${user ? nothing : html`<p class="muted">${t('people.linkInstead')}</p>`}
        <label class="field">
          <span class="field-label">${t('people.team')}</span>
          <select class="control" name="team">
            <option value="">${t('people.noTeam')}</option>
            ${this.teams.map(
              (team) =>
                html`<option value=${team.id} ?selected=${team.id === user?.team?.id}>${team.name}</option>`,
            )}
          </select>
        </label>
        <fieldset>
          <legend class="field-label">${t('people.roles')}</legend>
          <div class="checks">
            ${this.meta.roles.map(
              (role) =>
                html`<label
                  ><input
                    type="checkbox"
                    name="roles"
                    value=${role.id}
                    ?checked=${user?.roles?.includes(role.id) ?? false}
                  />${role.label}</label
                >`,
            )}
          </div>
        </fieldset>
      </form>
      <button slot="footer" type="button" class="button" @click=${this.close}>${t('action.cancel')}</button>
      <button slot="footer" form="person" class="button primary" ?disabled=${this.isBusy}>
        ${t('action.save')}
      </button>
    </rl-dialog>`;
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement); // the listener sits on the form
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const values: NewUser = {
      name: text('name'),
      roles: data.getAll('roles').map(String),
      ...(text('email') ? { email: text('email') } : {}),
      ...(text('password') ? { password: text('password') } : {}),
      ...(text('team') ? { team: text('team') } : {}),
    };
    this.isBusy = true;
    try {
      const saved = await (this.user ? changeUser(this.user.id, values) : inviteUser(values));
      showToast({ text: t('people.saved', { name: values.name }) });
      this.dispatchEvent(new CustomEvent('rl-saved'));
      this.close();
      // Somebody new without a password gets a link to choose one.
      if (!this.user)
        navigate(`/settings/people/${saved.id}${saved.email && !values.password ? '?invite=1' : ''}`);
    } catch (error) {
      this.error = error;
    } finally {
      this.isBusy = false;
    }
  }
}
