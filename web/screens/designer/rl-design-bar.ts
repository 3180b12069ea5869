import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-bar.ts';
import { moreMenu } from '../../components/more-menu.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-menu.ts';
import type { MenuItem } from '../../components/rl-menu.ts';
import '../../components/rl-tag.ts';
import type { FindingView, TreeNode, Variant } from './design-data.ts';
import type { DesignModel } from './design-model.ts';
import './rl-screen-history.ts';

/** For whom, as whom, undo, problems, save. Fires `rl-undo`, `rl-save`, `rl-variant`, `rl-role` and so on. */
@customElement('rl-design-bar')
export class RlDesignBar extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) model!: DesignModel;
  @property({ attribute: false }) tree!: TreeNode;
  @property({ attribute: false }) problems: FindingView[] = [];
  @property({ attribute: 'role-id' }) roleId = '';
  @property({ type: Boolean }) phone = false;
  @property({ type: Boolean }) trying = false;
  @property({ type: Boolean }) busy = false;
  @state() private hasHistory = false;

  static override styles = [
    base,
    buttons,
    css`
      rl-bar {
        padding-left: 8px;
      }
      .pressed {
        background: var(--rl-accent-soft);
        color: var(--rl-accent-text);
      }
      @media (max-width: 1000px) {
        .wide {
          display: none;
        }
      }
      @media (max-width: 720px) {
        .name {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const { model } = this;
    const { opened } = model;
    const name = this.variantName(opened.variant);
    const count = model.operations().length;
    return html`<rl-bar
        heading=${opened.label}
        .crumbs=${[{ label: t('settings.screens'), href: '/settings/screens' }]}
      >
        <rl-menu
          slot="beside"
          label=${t('screens.for')}
          .items=${this.variants()}
          @rl-select=${(event: CustomEvent<{ id: string }>) => this.tell('rl-variant', JSON.parse(event.detail.id))}
        >
          <button slot="trigger" type="button" class="button" aria-haspopup="menu" aria-label=${name}>
            <rl-icon name="users"></rl-icon><span class="truncate name">${name}</span
            ><rl-icon name="chevron-down"></rl-icon>
          </button>
        </rl-menu>
        ${count > 0 && opened.source !== 'admin' ? html`<rl-tag slot="beside" class="wide" tone="violet">${t('screens.changes', { count })}</rl-tag>` : nothing}
        <span slot="actions" class="wide">${this.renderProblems()}</span>
        ${this.renderIcon('rl-undo', 'undo-2', { label: t('screens.undo'), isOff: !model.canUndo })}
        ${this.renderIcon('rl-redo', 'redo-2', { label: t('screens.redo'), isOff: !model.canRedo })}
        ${this.renderRole()}
        ${this.renderIcon('rl-phone', 'smartphone', { label: t('screens.phone'), isPressed: this.phone, isWide: true })}
        ${this.renderIcon('rl-try', 'mouse-pointer-click', { label: t('screens.try'), isPressed: this.trying, isWide: true })}
        ${this.renderMore()}
        <button
          slot="actions"
          type="button"
          class="button primary"
          ?disabled=${!model.isChanged || this.busy}
          @click=${() => this.tell('rl-save')}
        >
          ${t('action.save')}
        </button>
      </rl-bar>
      ${
        this.hasHistory
          ? html`<rl-screen-history
              screen-id=${opened.id}
              @rl-close=${() => (this.hasHistory = false)}
              @rl-restored=${() => this.tell('rl-restored')}
            ></rl-screen-history>`
          : nothing
      }`;
  }

  private renderIcon(
    event: string,
    icon: string,
    options: { label: string; isOff?: boolean; isPressed?: boolean; isWide?: boolean },
  ) {
    const { label, isOff = false, isPressed, isWide } = options;
    return html`<button
      slot="actions"
      type="button"
      class="button ghost square ${isPressed ? 'pressed' : ''} ${isWide ? 'wide' : ''}"
      aria-label=${label}
      title=${label}
      aria-pressed=${isPressed === undefined ? nothing : String(isPressed)}
      ?disabled=${isOff}
      @click=${() => this.tell(event)}
    >
      <rl-icon name=${icon}></rl-icon>
    </button>`;
  }

  private renderProblems() {
    const { problems } = this;
    if (problems.length === 0) return nothing;
    const items = problems.map(({ node, text }, index) => ({
      id: `${index} ${node}`,
      label: text,
      icon: 'triangle-alert',
    }));
    return html`<rl-menu
      align="end"
      label=${t('screens.problems', { count: problems.length })}
      .items=${items}
      @rl-select=${(event: CustomEvent<{ id: string }>) =>
        this.tell('rl-choose', { id: event.detail.id.replace(/^\d+ /, '') })}
    >
      <button slot="trigger" type="button" class="button ghost" aria-haspopup="menu">
        <rl-icon name="triangle-alert"></rl-icon>${t('screens.problems', { count: problems.length })}
      </button>
    </rl-menu>`;
  }

  private renderRole() {
    const items: MenuItem[] = [
      { id: '', label: t('screens.asMe'), isChecked: this.roleId === '' },
      ...this.meta.roles.map(({ id, label }) => ({ id, label, isChecked: id === this.roleId })),
    ];
    const label = this.meta.roles.find(({ id }) => id === this.roleId)?.label;
    return html`<rl-menu
      slot="actions"
      class="wide"
      align="end"
      label=${t('screens.viewAs')}
      .items=${items}
      @rl-select=${(event: CustomEvent<{ id: string }>) => this.tell('rl-role', { role: event.detail.id })}
    >
      <button
        slot="trigger"
        type="button"
        class="button ghost ${this.roleId ? 'pressed' : ''}"
        aria-haspopup="menu"
      >
        <rl-icon name="eye"></rl-icon>${label ? t('screens.viewedAs', { role: label }) : t('screens.viewAs')}
      </button>
    </rl-menu>`;
  }

  private renderMore() {
    const { opened } = this.model;
    const isWhole = opened.source === 'admin' && !opened.variant.role && !opened.variant.device;
    const items: MenuItem[] = [
      { id: 'history', label: t('screens.history'), icon: 'history' },
      ...(isWhole
        ? [{ id: 'rl-delete', label: t('screens.delete'), icon: 'trash-2', isDanger: true, separates: true }]
        : [
            {
              id: 'rl-reset',
              label: t('screens.reset'),
              icon: 'rotate-ccw',
              ...(opened.version === 0 && { isDisabled: true, hint: t('screens.resetNone') }),
            },
          ]),
    ];
    return moreMenu({
      items,
      slot: 'actions',
      onSelect: (id) => {
        if (id === 'history') this.hasHistory = true;
        else this.tell(id);
      },
    });
  }

  private variants(): MenuItem[] {
    const { variant, variants } = this.model.opened;
    const all: Variant[] = [
      { role: null, device: null },
      { role: null, device: 'phone' },
      ...this.meta.roles.map(({ id }) => ({ role: id, device: null })),
    ];
    const isSame = (one: Variant, other: Variant): boolean =>
      one.role === other.role && one.device === other.device;
    return all.map((each, index) => ({
      id: JSON.stringify(each),
      label: this.variantName(each),
      isChecked: isSame(each, variant),
      ...(index === 2 ? { group: t('screens.onlyRole') } : {}),
      ...(variants.some((one) => isSame(one, each)) ? { hint: t('screens.hasChanges') } : {}),
    }));
  }

  private variantName({ role, device }: Variant): string {
    const label = this.meta.roles.find(({ id }) => id === role)?.label ?? role;
    if (device === 'phone') return t('screens.onPhones');
    return label ?? t('screens.everybody');
  }

  private tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
