import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-menu.ts';
import type { MenuItem } from '../../components/rl-menu.ts';
import '../../components/rl-save-dialog.ts';
import type { SaveChoice, SaveWords } from '../../components/rl-save-dialog.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import './texts.ts';
import { noView, type ViewState } from './view-state.ts';
import { withoutGone } from './without-gone.ts';
import {
  changeView,
  createView,
  deleteView,
  setDefaultView,
  type SavedView,
  type ViewDefinition,
  type ViewKind,
} from './views-data.ts';

/**
 * The saved view that is shown, all others, and what can be done with it. Fires `rl-view` with `detail: {view}`
 * when another is to be shown; nothing for the screen as it is declared.
 */
@customElement('rl-view-switcher')
export class RlViewSwitcher extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) state!: ViewState;
  @property() entity = '';
  @property() kind: ViewKind = 'list';
  /** What the screen is called without a view. */
  @property() original = '';
  /** What is set now. */
  @property({ attribute: false }) current: ViewDefinition = {};
  @property({ type: Boolean }) changed = false;
  /** Draws again when the state's host does. */
  @property({ attribute: false }) shown: SavedView | undefined;
  @property({ attribute: false }) views: SavedView[] = [];
  @state() private asking: 'new' | 'change' | undefined;

  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        max-width: 100%;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        min-width: 0;
        height: 24px;
        padding: 0 8px;
        border: 1px solid var(--rl-line-strong);
        border-radius: 12px;
        background: var(--rl-surface);
        color: var(--rl-text);
        font: inherit;
        font-size: var(--rl-size-small);
        cursor: pointer;
      }
      button:hover {
        background: var(--rl-hover);
      }
      button.quiet {
        border-color: transparent;
        background: none;
        color: var(--rl-accent-text);
      }
      rl-icon {
        width: 13px;
        height: 13px;
      }
      .broken {
        display: flex;
        flex-basis: 100%;
        align-items: flex-start;
        gap: 6px;
        padding: 2px 8px;
        border-radius: var(--rl-radius);
        background: var(--rl-warn-soft);
        color: var(--rl-warn-text);
        font-size: var(--rl-size-small);
        line-height: 18px;
      }
      .broken rl-icon {
        flex: none;
        margin-top: 2px;
      }
      .mark {
        flex: none;
        width: 6px;
        height: 6px;
        border-radius: 50%;
        background: var(--rl-warn);
      }
      @media (max-width: 720px) {
        button {
          height: 32px;
          border-radius: 16px;
        }
      }
    `,
  ];

  protected override render() {
    const name = this.shown?.name ?? this.original;
    return html`<rl-menu
        label=${t('views.choose')}
        .items=${this.items()}
        @rl-select=${(event: CustomEvent<{ id: string }>) => this.act(event.detail.id)}
      >
        <button slot="trigger" type="button" aria-haspopup="menu" aria-label=${t('views.shown', { name })}>
          <rl-icon name="layers"></rl-icon><span class="truncate">${name}</span>
          ${this.changed ? html`<span class="mark" role="img" aria-label=${t('views.changed')} title=${t('views.changed')}></span>` : nothing}
          <rl-icon name="chevron-down"></rl-icon>
        </button>
      </rl-menu>
      ${this.changed || (this.isBroken() && this.shown?.canChange) ? this.renderChanged() : nothing}
      ${this.renderBroken(this.shown?.problems ?? [])}
      ${this.asking ? this.renderDialog(this.asking) : nothing}`;
  }

  private renderChanged() {
    const isMine = this.shown?.canChange ?? false;
    return html`<button type="button" class="quiet" @click=${() => this.act(isMine ? 'save' : 'new')}>
        ${t(isMine ? 'views.save' : 'views.saveAs')}
      </button>
      <button type="button" class="quiet" @click=${() => this.show(this.shown)}>${t('views.reset')}</button>`;
  }

  /** What is gone is left out, and the list shows more than the view says. */
  private renderBroken(problems: readonly string[]) {
    if (problems.length === 0) return nothing;
    const { canChange, owner } = this.shown!;
    const help = canChange ? t('views.brokenMine') : t('views.brokenTheirs', { owner: owner.title });
    return html`<p class="broken" role="status">
      <rl-icon name="triangle-alert"></rl-icon><span>${problems.join(' ')} ${help}</span>
    </p>`;
  }

  private renderDialog(asking: 'new' | 'change') {
    const words: SaveWords = {
      heading: t(asking === 'change' ? 'views.change' : 'views.saveAs'),
      namePlaceholder: t('views.namePlaceholder'),
      nameMissing: t('views.nameMissing'),
    };
    return html`<rl-save-dialog
      .words=${words}
      .choice=${(asking === 'change' && this.shown) || {}}
      @rl-close=${() => (this.asking = undefined)}
      @rl-choice=${(event: CustomEvent<SaveChoice>) => this.saved(asking, event.detail)}
    ></rl-save-dialog>`;
  }

  private items(): MenuItem[] {
    const { shown, views } = this;
    const me = this.meta.actor.id;
    const item = (view: SavedView): MenuItem => ({
      id: `view:${view.id}`,
      label: view.name,
      isChecked: view.id === shown?.id,
      ...(view.isDefault ? { hint: t('views.first') } : {}),
      ...(view.problems?.length ? { icon: 'triangle-alert' } : {}),
    });
    const mine = views.filter(({ owner }) => owner.id === me).map(item);
    const theirs = views.filter(({ owner }) => owner.id !== me).map(item);
    const headed = (items: MenuItem[], group: string): MenuItem[] =>
      items.map((each, index) => (index === 0 ? { ...each, group } : each));
    return [
      { id: `view:${noView}`, label: this.original, isChecked: shown === undefined },
      ...headed(mine, t('views.mine')),
      ...headed(theirs, t('views.shared')),
      { id: 'new', label: t('views.saveAs'), icon: 'plus', separates: true },
      ...(shown?.canChange
        ? [
            ...(this.changed ? [{ id: 'save', label: t('views.save'), icon: 'check' }] : []),
            { id: 'change', label: t('views.change'), icon: 'pencil' },
          ]
        : []),
      ...(shown && !shown.isDefault ? [{ id: 'default', label: t('views.makeFirst'), icon: 'target' }] : []),
      ...(views.some((view) => view.isDefault) && (!shown || shown.isDefault)
        ? [{ id: 'no-default', label: t('views.noFirst'), icon: 'rotate-ccw' }]
        : []),
      { id: 'copy', label: t('views.copyLink'), icon: 'link' },
      ...(shown?.canChange
        ? [{ id: 'delete', label: t('views.delete'), icon: 'trash-2', isDanger: true, separates: true }]
        : []),
    ];
  }

  private async act(id: string): Promise<void> {
    try {
      if (id.startsWith('view:')) this.show(this.views.find((view) => `view:${view.id}` === id));
      else if (id === 'new' || id === 'change') this.asking = id;
      else if (id === 'copy') await this.copy();
      else if (id === 'save' && this.shown) await this.save(this.shown);
      else if (id === 'delete' && this.shown) await this.deleteView(this.shown);
      else await this.begin(id === 'default' ? (this.shown?.id ?? null) : null);
    } catch (error) {
      showProblem(error);
    }
  }

  private isBroken(): boolean {
    return (this.shown?.problems?.length ?? 0) > 0;
  }

  /** What is set now, without what is gone. */
  private whole(): ViewDefinition {
    const entity = this.isBroken() ? entityOf(this.meta, this.entity) : undefined;
    return entity ? withoutGone(this.current, entity) : this.current;
  }

  private async save(view: SavedView): Promise<void> {
    const wasBroken = this.isBroken();
    const saved = await changeView(view, { definition: this.whole() });
    this.state.put(saved);
    if (wasBroken) this.show(saved);
  }

  private async saved(asking: 'new' | 'change', { name, sharing, roles }: SaveChoice): Promise<void> {
    const { entity, kind, shown } = this;
    const choice = { name, sharing, roles };
    try {
      const view =
        asking === 'change' && shown
          ? await changeView(shown, choice)
          : await createView({ entity, kind, definition: this.whole(), ...choice });
      this.asking = undefined;
      this.state.put(view);
      if (asking === 'new') this.show(view);
    } catch (error) {
      showProblem(error);
    }
  }

  private async deleteView(view: SavedView): Promise<void> {
    await deleteView(view.id);
    this.state.drop(view.id);
    this.show(undefined);
    const again = async (): Promise<void> => {
      const { entity, kind, name, sharing, roles, definition } = view;
      this.state.put(await createView({ entity, kind, name, sharing, roles, definition }));
    };
    showToast({
      text: t('views.deleted', { name: view.name }),
      action: { label: t('action.undo'), run: again },
    });
  }

  private async begin(view: string | null): Promise<void> {
    await setDefaultView({ entity: this.entity, kind: this.kind, view });
    this.state.setDefault(view);
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(location.href);
    showToast({ text: t('record.copied') });
  }

  private show(view: SavedView | undefined): void {
    this.state.show(view);
    this.dispatchEvent(new CustomEvent('rl-view', { detail: { view } }));
  }
}
