import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import {
  endOtherSessions,
  endSession,
  listKeys,
  listSessions,
  makeKey,
  revokeKey,
  type ApiKey,
  type Session,
} from '../../data/account.ts';
import { formatDate } from '../../data/format.ts';
import { t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import { pageStyles } from './page-styles.ts';
import './rl-copy-once.ts';

/** One's own keys and sessions. */
@customElement('rl-account-page')
export class RlAccountPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private keys: ApiKey[] | undefined;
  @state() private sessions: Session[] = [];
  @state() private isAdding = false;
  @state() private made = '';
  @state() private error: unknown;
  @state() private problem: unknown;

  static override styles = [base, buttons, controls, pageStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.keys) return html`<rl-skeleton rows="6"></rl-skeleton>`;
    return html`<div class="head">
        <h2 class="grow">${t('keys.heading')}</h2>
        <button type="button" class="button primary" @click=${() => (this.isAdding = true)}>
          <rl-icon name="plus"></rl-icon>${t('keys.add')}
        </button>
      </div>
      <p class="about">${t('keys.about')}</p>
      ${this.made ? html`<rl-copy-once label=${t('keys.key')} .value=${this.made} about=${t('keys.once')}></rl-copy-once>` : nothing}
      ${this.keys.length === 0 ? html`<p class="muted">${t('keys.none')}</p>` : nothing}
      ${this.keys.map((key) => this.renderKey(key))}
      <div class="head">
        <h3 class="grow">${t('keys.sessions')}</h3>
        ${
          this.sessions.length > 1
            ? html`<button type="button" class="button" @click=${this.endOthers}>
                ${t('keys.endOthers')}
              </button>`
            : nothing
        }
      </div>
      ${this.sessions.map((session) => this.renderSession(session))}
      ${this.isAdding ? this.renderDialog() : nothing}`;
  }

  private renderKey(key: ApiKey): TemplateResult {
    const roles = key.roles
      ?.map((id) => this.meta.roles.find((role) => role.id === id)?.label ?? id)
      .join(t('list.comma'));
    return html`<div class="row">
      <rl-icon name="key-round"></rl-icon>
      <span class="grow"
        >${key.name} <code class="muted">${key.hint}…</code>
        <span class="muted small"
          >${roles === undefined ? t('keys.allRoles') : roles || t('keys.noRoles')}${key.until ? ` · ${t('keys.until', { day: formatDate(key.until) })}` : ''}</span
        ></span
      >
      <span class="muted"
        >${key.usedAt ? html`${t('keys.used')} <rl-time value=${key.usedAt}></rl-time>` : t('keys.neverUsed')}</span
      >
      <button
        type="button"
        class="button danger"
        @click=${() => this.act(() => revokeKey(key.id), t('keys.revoked', { name: key.name }))}
      >
        ${t('keys.revoke')}
      </button>
    </div>`;
  }

  private renderSession(session: Session): TemplateResult {
    return html`<div class="row">
      <rl-icon name="monitor"></rl-icon>
      <span class="grow truncate"
        >${agentName(session.agent)}
        <span class="muted small">${session.address ?? ''} <rl-time value=${session.seenAt}></rl-time></span
      ></span>
      ${
        session.isOwn
          ? html`<rl-tag tone="good">${t('keys.thisOne')}</rl-tag>`
          : html`<button
              type="button"
              class="button"
              @click=${() => this.act(() => endSession(session.id), t('keys.ended'))}
            >
              ${t('keys.end')}
            </button>`
      }
    </div>`;
  }

  private renderDialog(): TemplateResult {
    const own = this.meta.roles.filter(({ id }) => this.meta.actor.roles.includes(id));
    return html`<rl-dialog
      open
      size="small"
      heading=${t('keys.add')}
      @rl-close=${() => (this.isAdding = false)}
    >
      <form class="form" id="key" @submit=${this.add}>
        ${this.problem ? html`<rl-problem inline .retry=${false} .error=${this.problem}></rl-problem>` : nothing}
        <label class="field">
          <span class="field-label">${t('keys.name')}</span>
          <input
            class="control"
            name="name"
            required
            maxlength="80"
            placeholder=${t('keys.namePlaceholder')}
          />
        </label>
        <fieldset style="margin: 0; padding: 0; border: 0">
          <legend class="field-label">${t('keys.roles')}</legend>
          ${own.map(
            ({ id, label }) =>
              html`<label style="display: flex; gap: 8px; min-height: 24px"
                ><input type="checkbox" name="roles" value=${id} checked />${label}</label
              >`,
          )}
        </fieldset>
        <label class="field">
          <span class="field-label">${t('keys.untilLabel')}</span>
          <input class="control" type="date" name="until" />
        </label>
      </form>
      <button slot="footer" type="button" class="button" @click=${() => (this.isAdding = false)}>
        ${t('action.cancel')}
      </button>
      <button slot="footer" form="key" class="button primary">${t('keys.make')}</button>
    </rl-dialog>`;
  }

  private async add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement); // the listener sits on the form
    const roles = data.getAll('roles').map(String);
    const until = String(data.get('until') ?? '');
    try {
      const made = await makeKey({
        name: String(data.get('name')),
        // With all of them the key keeps up with what the person gets later.
        roles: roles.length === this.meta.actor.roles.length ? null : roles,
        until: until ? new Date(`${until}T23:59:59`).toISOString() : null,
      });
      this.made = made.key;
      this.isAdding = false;
      this.problem = undefined;
      await this.load();
    } catch (error) {
      this.problem = error;
    }
  }

  private async endOthers(): Promise<void> {
    await this.act(endOtherSessions, t('keys.ended'));
  }

  private async act(run: () => Promise<unknown>, text: string): Promise<void> {
    try {
      await run();
      showToast({ text });
      await this.load();
    } catch (error) {
      showProblem(error);
    }
  }

  private async load(): Promise<void> {
    try {
      [this.keys, this.sessions] = await Promise.all([listKeys(), listSessions()]);
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}

/** The browser and the system out of what a browser calls itself; unknown ones as they are. */
function agentName(agent: string | null): string {
  if (!agent) return '–';
  const browser = /(Edg|Firefox|Chrome|Safari)\/[\d.]+/.exec(agent)?.[1]?.replace('Edg', 'Edge');
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/.exec(agent)?.[1];
  return browser ? [browser, system].filter(Boolean).join(' · ') : agent.slice(0, 60);
}
