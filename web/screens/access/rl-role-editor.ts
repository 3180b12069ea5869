import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { resetRole, saveRole, type EntityGrant, type RoleDraft, type RoleItem } from '../../data/roles.ts';
import { unfinished } from '../../data/rule.ts';
import { navigate } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-tag.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import { ToastRoom } from '../../components/toast-room.ts';
import { roleEditorStyles } from './role-editor-styles.ts';
import './rl-role-matrix.ts';

/** One role: its name, the matrix, its permissions. Nothing counts before it is saved. Fires `rl-changed` after that. */
@customElement('rl-role-editor')
export class RlRoleEditor extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) edited!: RoleItem;
  @property({ attribute: false }) masks: Readonly<Record<string, string>> = {};
  @property({ attribute: false }) permissions: { id: string; label: string }[] = [];
  @state() private draft!: RoleDraft;
  @state() private error: unknown;
  @state() private isBusy = false;

  protected readonly toastRoom = new ToastRoom(this, () => this.isChanged());

  static override styles = [base, buttons, controls, roleEditorStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.onLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.onLeave);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('edited')) this.draft = draftOf(this.edited);
  }

  protected override render() {
    const { edited: role, draft } = this;
    const isFixed = role.id === 'administrator';
    return html`<header>
        <a
          class="button ghost square"
          href="/settings/roles"
          aria-label=${t('access.back')}
          title=${t('access.back')}
          ><rl-icon name="arrow-left"></rl-icon
        ></a>
        ${this.renderName()}
        <rl-tag tone=${role.origin === 'own' ? 'accent' : 'neutral'}
          >${t(`access.origin.${role.origin}`)}</rl-tag
        >
        <span class="muted">${t('access.people', { count: role.people })}</span>
        <span class="grow"></span>
        ${this.renderUndo()}
      </header>
      ${isFixed ? html`<p class="about">${t('access.fixed')}</p>` : html`<p class="about">${t('access.about')}</p>`}
      ${this.error ? html`<rl-problem inline .retry=${false} .error=${this.error}></rl-problem>` : nothing}
      <rl-role-matrix
        .edited=${role}
        .draft=${draft}
        .masks=${this.masks}
        ?fixed=${isFixed}
        @rl-grants=${(event: CustomEvent<{ grants: EntityGrant[] }>) =>
          (this.draft = { ...draft, grants: event.detail.grants })}
        @rl-reset=${(event: CustomEvent<{ entity: string }>) => this.reset(event.detail.entity)}
      ></rl-role-matrix>
      <h2>${t('access.permissions')}</h2>
      ${this.renderPermissions(isFixed)} ${this.isChanged() ? this.renderSave() : nothing}`;
  }

  private renderName(): TemplateResult {
    const locale = this.meta.actor.locale === 'zh-CN' ? 'zh-CN' : 'en';
    if (this.edited.origin !== 'own') return html`<h2>${this.edited.name}</h2>`;
    return html`<input
      class="control title"
      aria-label=${t('access.name')}
      maxlength="80"
      .value=${this.draft.label?.[locale] ?? this.edited.name}
      @change=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value.trim();
        if (text) this.draft = { ...this.draft, label: { ...this.draft.label, [locale]: text } };
      }}
    />`;
  }

  private renderUndo() {
    const { edited: role } = this;
    if (role.origin === 'own')
      return html`<button type="button" class="button danger" @click=${() => this.reset()}>
        ${t('access.remove')}
      </button>`;
    if (!role.isChanged) return nothing;
    return html`<button type="button" class="button" @click=${() => this.reset()}>
      ${t('access.resetAll')}
    </button>`;
  }

  private renderPermissions(isFixed: boolean) {
    if (isFixed) return html`<p class="muted">${t('access.everything')}</p>`;
    return html`<div class="permissions">
      ${this.permissions.map(
        ({ id, label }) =>
          html`<label
            ><input
              type="checkbox"
              .checked=${this.draft.permissions.includes(id)}
              @change=${(event: Event) => this.setPermission(id, (event.target as HTMLInputElement).checked)}
            /><span>${label}</span></label
          >`,
      )}
    </div>`;
  }

  private renderSave(): TemplateResult {
    const isUnfinished = this.draft.grants.some(({ where }) => where === unfinished);
    return html`<div class="save" role="region" aria-label=${t('access.unsaved')}>
      <span class="grow">${isUnfinished ? t('rule.unfinished') : t('access.unsaved')}</span>
      <button
        type="button"
        class="button"
        @click=${() => {
          this.draft = draftOf(this.edited);
          this.error = undefined;
        }}
      >
        ${t('access.discard')}
      </button>
      <button
        type="button"
        class="button primary"
        ?disabled=${isUnfinished || this.isBusy}
        @click=${() => this.save(this.draft, draftOf(this.edited))}
      >
        ${t('access.save')}
      </button>
    </div>`;
  }

  private setPermission(id: string, isOn: boolean): void {
    const others = this.draft.permissions.filter((one) => one !== id);
    this.draft = { ...this.draft, permissions: isOn ? [...others, id] : others };
  }

  private isChanged(): boolean {
    return JSON.stringify(this.draft) !== JSON.stringify(draftOf(this.edited));
  }

  private readonly onLeave = (event: BeforeUnloadEvent): void => {
    if (this.isChanged()) event.preventDefault();
  };

  private async save(wanted: RoleDraft, before: RoleDraft): Promise<void> {
    this.isBusy = true;
    try {
      this.settle(await saveRole(this.edited.id, wanted, this.edited.version));
      showToast({
        text: t('access.saved', { name: this.edited.name }),
        action: { label: t('action.undo'), run: () => this.undo(before) },
      });
    } catch (error) {
      this.error = error;
    } finally {
      this.isBusy = false;
    }
  }

  private async undo(before: RoleDraft): Promise<void> {
    await saveRole(this.edited.id, before).then(
      (role) => this.settle(role),
      (error: unknown) => showProblem(error),
    );
  }

  private async reset(entity?: string): Promise<void> {
    const { edited: role } = this;
    const before = draftOf(role);
    try {
      const left = await resetRole(role.id, entity);
      if (left) this.settle(left);
      else navigate('/settings/roles');
      this.dispatchEvent(new CustomEvent('rl-changed', { bubbles: true, composed: true }));
      showToast({
        text: t(left ? 'access.wasReset' : 'access.removed', { name: role.name }),
        ...(left && { action: { label: t('action.undo'), run: () => this.undo(before) } }),
      });
    } catch (error) {
      this.error = error;
    }
  }

  /** What was saved is what is shown, here and in the list. */
  private settle(role: RoleItem): void {
    this.edited = role;
    this.error = undefined;
    this.dispatchEvent(new CustomEvent('rl-changed', { bubbles: true, composed: true }));
  }
}

const draftOf = ({ label, grants, permissions }: RoleItem): RoleDraft => ({
  ...(label && { label }),
  grants,
  permissions,
});
