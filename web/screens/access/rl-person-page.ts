import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { findRecords, type Choice } from '../../data/choices.ts';
import { formatDate } from '../../data/format.ts';
import { entityChoices } from '../../data/entity-choices.ts';
import { t } from '../../data/i18n.ts';
import { may, type Meta } from '../../data/meta.ts';
import { invitePerson, readPerson, type Invited, type Person } from '../../data/people.ts';
import { changeUser } from '../../data/users.ts';
import { queryParam, replaceQuery } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-avatar.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import '../settings/rl-person-dialog.ts';
import { pageStyles } from './page-styles.ts';
import './rl-copy-once.ts';
import './rl-hand-over.ts';
import './rl-why-dialog.ts';

/** One person: who they are, how they sign in, what they see, and what happens to their work when they go. */
@customElement('rl-person-page')
export class RlPersonPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() person = '';
  @state() private shown: Person | undefined;
  @state() private invited: Invited | undefined;
  @state() private isEditing = false;
  @state() private entity = '';
  @state() private asked: Choice | undefined;
  @state() private error: unknown;

  static override styles = [base, buttons, controls, pageStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('person')) return;
    this.invited = undefined;
    void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    const { shown } = this;
    if (!shown) return html`<rl-skeleton rows="6"></rl-skeleton>`;
    const mayManage = may(this.meta, 'users.manage');
    return html`<header>
        <a
          class="button ghost square"
          href="/settings/people"
          aria-label=${t('person.all')}
          title=${t('person.all')}
          ><rl-icon name="arrow-left"></rl-icon
        ></a>
        <rl-avatar name=${shown.name}></rl-avatar>
        <h2 class="grow">${shown.name}</h2>
        ${mayManage ? this.renderActions(shown) : nothing}
      </header>
      ${this.renderFacts(shown)} ${this.invited ? this.renderInvited(this.invited, shown) : nothing}
      ${may(this.meta, 'access.explain') ? this.renderWhy(shown) : nothing}
      ${mayManage ? html`<rl-hand-over .person=${shown} @rl-changed=${() => this.load()}></rl-hand-over>` : nothing}
      ${this.isEditing ? html`<rl-person-dialog .user=${shown} @rl-close=${() => (this.isEditing = false)} @rl-saved=${() => this.load()}></rl-person-dialog>` : nothing}
      ${
        this.asked
          ? html`<rl-why-dialog
              .record=${{ entity: this.entity, id: this.asked.id }}
              .person=${{ id: shown.id, title: shown.name }}
              name=${this.asked.title}
              @rl-close=${() => (this.asked = undefined)}
            ></rl-why-dialog>`
          : nothing
      }`;
  }

  private renderActions(person: Person): TemplateResult {
    return html`${
        person.isActive === false
          ? html`<button type="button" class="button" @click=${this.activate}>
              ${t('person.activate')}
            </button>`
          : html`<button type="button" class="button" ?disabled=${!person.email} @click=${this.invite}>
              <rl-icon name="send"></rl-icon>${t(person.canSignIn ? 'person.newLink' : 'person.invite')}
            </button>`
      }
      <button type="button" class="button primary" @click=${() => (this.isEditing = true)}>
        ${t('person.change')}
      </button>`;
  }

  private renderFacts(person: Person): TemplateResult {
    const roles = (person.roles ?? []).map(
      (id) =>
        this.meta.roles.find((role) => role.id === id) ?? { id, label: t('person.goneRole'), isGone: true },
    );
    return html`<dl>
      <dt>${t('person.state')}</dt>
      <dd>${this.renderState(person)}</dd>
      <dt>${t('person.email')}</dt>
      <dd>${person.email ?? html`<span class="muted">${t('person.noEmail')}</span>`}</dd>
      <dt>${t('person.team')}</dt>
      <dd>${person.team?.title ?? '–'}</dd>
      <dt>${t('person.leads')}</dt>
      <dd>${person.managesTeams.map(({ title }) => title).join(t('list.comma')) || '–'}</dd>
      <dt>${t('person.roles')}</dt>
      <dd>
        ${roles.length === 0 ? html`<span class="muted">${t('person.noRoles')}</span>` : nothing}
        ${roles.map(({ id, label, ...role }) =>
          'isGone' in role
            ? html`<rl-tag tone="warn" title=${id}>${label}</rl-tag> `
            : may(this.meta, 'roles.manage')
              ? html`<a href="/settings/roles/${encodeURIComponent(id)}"
                  ><rl-tag tone="accent">${label}</rl-tag></a
                > `
              : html`<rl-tag>${label}</rl-tag> `,
        )}
      </dd>
    </dl>`;
  }

  private renderState(person: Person): TemplateResult {
    if (person.isActive === false) return html`<rl-tag tone="bad">${t('person.inactive')}</rl-tag>`;
    if (person.canSignIn) return html`<rl-tag tone="good">${t('person.signsIn')}</rl-tag>`;
    return person.invitedUntil
      ? html`<rl-tag tone="warn">${t('person.invited', { day: formatDate(person.invitedUntil) })}</rl-tag>`
      : html`<rl-tag>${t('person.onlyName')}</rl-tag>`;
  }

  private renderInvited({ link, until, isMailed, hasMail }: Invited, { email }: Person): TemplateResult {
    const key = isMailed ? 'person.mailed' : hasMail ? 'person.mailFailed' : 'person.linkAbout';
    return html`<rl-copy-once
      label=${t('person.link')}
      .value=${link}
      about=${t(key, { email, day: formatDate(until) })}
    ></rl-copy-once>`;
  }

  private renderWhy(person: Person): TemplateResult {
    return html`<h3>${t('person.sees')}</h3>
      <p class="about">${t('person.seesAbout', { name: person.name })}</p>
      <div class="head">
        <select
          class="control"
          style="width: 200px"
          aria-label=${t('access.entity')}
          @change=${(event: Event) => (this.entity = (event.target as HTMLSelectElement).value)}
        >
          <option value="">${t('access.entity')}</option>
          ${entityChoices(this.meta, 'many').map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
        </select>
        ${
          this.entity
            ? html`<rl-picker
                style="width: 320px"
                label=${t('person.record')}
                placeholder=${t('person.record')}
                .keep=${false}
                .source=${findRecords(this.meta, this.entity)}
                @change=${(event: CustomEvent<{ value: Choice | null }>) => (this.asked = event.detail.value ?? undefined)}
              ></rl-picker>`
            : nothing
        }
      </div>`;
  }

  private async load(): Promise<void> {
    try {
      this.shown = await readPerson(this.person);
      this.error = undefined;
      if (queryParam('invite')) {
        replaceQuery({});
        await this.invite();
      }
    } catch (error) {
      this.error = error;
    }
  }

  private async invite(): Promise<void> {
    try {
      this.invited = await invitePerson(this.person);
      this.shown = await readPerson(this.person);
    } catch (error) {
      showProblem(error);
    }
  }

  private async activate(): Promise<void> {
    try {
      await changeUser(this.person, { isActive: true });
      await this.load();
      showToast({ text: t('person.isBack', { name: this.shown?.name }) });
    } catch (error) {
      showProblem(error);
    }
  }
}
