import { consume } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { metaContext } from '../context/meta.ts';
import { signedOut } from '../data/client.ts';
import { locale, setLocale, t, type Locale } from '../data/i18n.ts';
import type { Meta } from '../data/meta.ts';
import { rememberLocale, signOut } from '../data/session.ts';
import { applyTheme, storedTheme, type Theme } from '../data/theme.ts';
import { base } from '../styles/base.ts';
import '../components/rl-icon.ts';
import '../components/rl-menu.ts';
import type { MenuItem } from '../components/rl-menu.ts';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Who is signed in; language, theme and signing out. */
@customElement('rl-user-menu')
export class RlUserMenu extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        margin-bottom: 6px;
      }
      rl-menu {
        display: flex;
      }
      button {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        height: 32px;
        padding: 0 8px;
        border: 0;
        border-radius: var(--rl-radius);
        background: none;
        color: inherit;
        font: inherit;
        font-weight: 600;
        cursor: pointer;
      }
      button:hover {
        background: var(--rl-hover);
      }
      .mark {
        display: grid;
        place-items: center;
        flex: none;
        width: 20px;
        height: 20px;
        border-radius: 5px;
        background: var(--rl-accent);
      }
      .mark::after {
        content: '';
        width: 10px;
        height: 10px;
        border: 2px solid var(--rl-on-accent);
        border-radius: 50%;
      }
      .name {
        flex: 1;
        text-align: left;
      }
    `,
  ];

  protected override render() {
    return html`<rl-menu
      .items=${this.items()}
      label=${t('shell.userMenu')}
      @rl-select=${(event: CustomEvent<{ id: string }>) => this.select(event.detail.id)}
    >
      <button slot="trigger" type="button" aria-haspopup="menu" title=${this.meta.actor.name}>
        <span class="mark"></span>
        <span class="name truncate">${this.meta.company.name || 'Relata'}</span>
        <rl-icon name="chevrons-up-down"></rl-icon>
      </button>
    </rl-menu>`;
  }

  private items(): MenuItem[] {
    const { name, email } = this.meta.actor;
    return [
      {
        id: 'locale:en',
        label: 'English',
        isChecked: locale() === 'en',
        group: email ? `${name} · ${email}` : name,
      },
      { id: 'locale:zh-CN', label: '简体中文', isChecked: locale() === 'zh-CN' },
      ...themes.map((theme, index) => ({
        id: `theme:${theme}`,
        label: t(`theme.${theme}`),
        isChecked: storedTheme() === theme,
        separates: index === 0,
      })),
      { id: 'sign-out', label: t('shell.signOut'), icon: 'log-out', separates: true },
    ];
  }

  private async select(id: string): Promise<void> {
    const [what, value] = id.split(':');
    if (what === 'theme') applyTheme(value as Theme); // the ids above are built from themes
    if (what === 'locale') {
      const wanted = value as Locale; // the ids above are built from locales
      await rememberLocale(wanted);
      await setLocale(wanted, { isChosen: true });
    }
    if (what === 'sign-out') {
      await signOut();
      signedOut.dispatchEvent(new Event('signed-out'));
    }
    this.requestUpdate();
  }
}
