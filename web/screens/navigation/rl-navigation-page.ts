import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { openNavigation, saveNavigation, type OpenedNavigation } from '../../data/navigation.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-select.ts';
import '../../components/rl-skeleton.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import { ToastRoom } from '../../components/toast-room.ts';
import { isOwnGroup, type Groups } from './arrange-groups.ts';
import type { RlNavigationList } from './rl-navigation-list.ts';
import './rl-navigation-list.ts';
import './texts.ts';

/** The navigation as everybody has it, or people with a role: arranged here, kept when it is saved. */
@customElement('rl-navigation-page')
export class RlNavigationPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private opened: OpenedNavigation | undefined;
  /** What is not saved yet. */
  @state() private draft: Groups | undefined;
  @state() private isBusy = false;
  @state() private error: unknown;
  @query('rl-navigation-list') private list!: RlNavigationList;

  protected readonly toastRoom = new ToastRoom(this, () => this.opened !== undefined);

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: block;
        max-width: 720px !important;
      }
      .head,
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      .head p {
        flex: 1 0 100%;
        margin-bottom: 4px;
        color: var(--rl-muted);
      }
      .head rl-select {
        width: 220px;
      }
      .foot {
        position: sticky;
        bottom: -48px;
        margin-top: 12px;
        padding: 8px 0;
        background: var(--rl-page);
      }
      .space {
        flex: 1;
      }
      @media (max-width: 720px) {
        .foot {
          bottom: -32px;
        }
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.load(null);
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem
        .error=${this.error}
        @rl-retry=${() => this.load(this.opened?.role ?? null)}
      ></rl-problem>`;
    if (!this.opened) return html`<rl-skeleton rows="12"></rl-skeleton>`;
    const { role, roles, groups, version } = this.opened;
    const arranged = (id: string): string => (roles.includes(id) ? ` · ${t('navigation.arranged')}` : '');
    return html`<div class="head">
        <p>${t(role !== null && version === 0 ? 'navigation.helpRole' : 'navigation.help')}</p>
        <rl-select
          label=${t('navigation.for')}
          .options=${[
            { value: '', label: t('navigation.everybody') },
            ...this.meta.roles.map(({ id, label }) => ({ value: id, label: `${label}${arranged(id)}` })),
          ]}
          value=${role ?? ''}
          ?disabled=${this.isBusy || this.draft !== undefined}
          @change=${(event: CustomEvent<{ value: string }>) => this.load(event.detail.value || null)}
        ></rl-select>
        <span class="space"></span>
        <button type="button" class="button" @click=${this.addGroup}>
          <rl-icon name="plus"></rl-icon>${t('navigation.add')}
        </button>
      </div>
      <rl-navigation-list
        .groups=${this.draft ?? groups}
        @rl-groups=${(event: CustomEvent<{ groups: Groups }>) => (this.draft = event.detail.groups)}
      ></rl-navigation-list>
      ${this.renderFoot(this.opened)}`;
  }

  private renderFoot({ role, version }: OpenedNavigation) {
    const isClean = this.draft === undefined;
    return html`<div class="foot">
      <button type="button" class="button primary" ?disabled=${isClean || this.isBusy} @click=${this.save}>
        ${t('action.save')}
      </button>
      <button
        type="button"
        class="button"
        ?disabled=${isClean || this.isBusy}
        @click=${() => (this.draft = undefined)}
      >
        ${t('navigation.discard')}
      </button>
      <span class="space"></span>
      ${
        version > 0
          ? html`<button type="button" class="button" ?disabled=${this.isBusy} @click=${this.reset}>
              <rl-icon name="rotate-ccw"></rl-icon
              >${t(role === null ? 'navigation.reset' : 'navigation.resetRole')}
            </button>`
          : nothing
      }
    </div>`;
  }

  private addGroup(): void {
    const groups = this.draft ?? this.opened!.groups;
    const id = `own-${Date.now().toString(36)}`;
    this.draft = [...groups, { id, name: '', label: null, isHidden: false, places: [] }];
    void this.updateComplete.then(() => this.list.name(id));
  }

  private async load(role: string | null): Promise<void> {
    try {
      this.opened = await openNavigation(role);
      this.draft = undefined;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  private async save(): Promise<void> {
    const nameless = this.draft!.find(
      (group) => isOwnGroup(group) && !Object.values(group.label ?? {}).some(Boolean),
    );
    if (nameless) {
      showProblem(new Error(t('navigation.nameMissing')));
      this.list.name(nameless.id);
      return;
    }
    await this.keep(this.draft!, t('navigation.saved'));
  }

  private async reset(): Promise<void> {
    const before = this.opened!.groups;
    await this.keep(null, t('navigation.wasReset'), before);
  }

  /** With a way back where what was there is gone. */
  private async keep(groups: Groups | null, text: string, before?: Groups): Promise<void> {
    this.isBusy = true;
    try {
      this.opened = await saveNavigation(this.opened!, groups);
      this.draft = undefined;
      this.list.naming = '';
      this.dispatchEvent(new CustomEvent('rl-meta-changed', { bubbles: true, composed: true }));
      showToast({
        text,
        ...(before && {
          action: { label: t('action.undo'), run: () => this.keep(before, t('navigation.saved')) },
        }),
      });
    } catch (error) {
      showProblem(error);
    } finally {
      this.isBusy = false;
    }
  }
}
