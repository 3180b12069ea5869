import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { metaContext } from '../context/meta.ts';
import { readBegin } from '../data/begin.ts';
import { gather } from '../data/gather.ts';
import { t } from '../data/i18n.ts';
import { onLive } from '../data/live.ts';
import type { Meta } from '../data/meta.ts';
import { listWorkItems } from '../data/work-items.ts';
import { base } from '../styles/base.ts';
import '../components/rl-icon.ts';
import '../components/rl-wanted-records.ts';
import './rl-nav.ts';
import './rl-outlet.ts';
import { placeGroups } from './places.ts';
import { matchRoute, navigate, routeChanged, type Route } from './router.ts';
import { homePath } from './home-path.ts';
import { shellStyles } from './shell-styles.ts';

/** Navigation, the screen shown, and on phones the bottom bar with the navigation as a drawer. */
@customElement('rl-shell')
export class RlShell extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private route: Route = matchRoute(location.pathname);
  @state() private hasMoved = false;
  @state() private inboxCount = 0;
  @state() private isBeginning: boolean | undefined;
  @state() private isDrawerOpen = false;
  @state() private isPaletteOpen = false;
  @query('dialog') private drawer!: HTMLDialogElement;
  private readonly recount = gather<null>(800, () => void this.count());
  private stops: (() => void)[] = [];

  static override styles = [base, shellStyles];

  private readonly onRoute = (): void => {
    this.route = matchRoute(location.pathname);
    this.hasMoved = true;
    this.closeDrawer();
    void this.begin();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      void this.openPalette();
    }
  };

  override connectedCallback(): void {
    super.connectedCallback();
    routeChanged.addEventListener('change', this.onRoute);
    addEventListener('keydown', this.onKey);
    this.stops = [onLive('work-item', () => this.recount(null)), onLive('resync', () => this.recount(null))];
    void this.count();
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    routeChanged.removeEventListener('change', this.onRoute);
    removeEventListener('keydown', this.onKey);
    for (const stop of this.stops) stop();
    this.recount.cancel();
  }

  protected override render() {
    // What needs the whole window, and what is shown inside another page, has no navigation around it.
    if (this.route.name === 'screen-designer' || this.route.name === 'screen-preview')
      return html`${this.renderMain()}${this.renderAbove()}`;
    const nav = html`<rl-nav
      .route=${this.route}
      .inboxCount=${this.inboxCount}
      .isBeginning=${this.isBeginning === true}
      @rl-open-palette=${this.openPalette}
    ></rl-nav>`;
    return html`<header class="skip">
        <a href="#main" @click=${this.skip}>${t('shell.skip')}</a>
      </header>
      <div class="column">${nav}</div>
      ${this.renderMain()} ${this.renderBottomBar()}
      <dialog aria-label=${t('shell.navigation')} @click=${this.closeDrawer} @close=${this.closeDrawer}>
        ${this.isDrawerOpen ? nav : nothing}
      </dialog>
      ${this.renderAbove()}`;
  }

  private renderMain() {
    return html`<main id="main" tabindex="-1">
      <rl-outlet .route=${this.route} ?takesFocus=${this.hasMoved}></rl-outlet>
    </main>`;
  }

  private renderAbove() {
    const palette = this.isPaletteOpen
      ? html`<rl-palette @rl-close=${() => (this.isPaletteOpen = false)}></rl-palette>`
      : nothing;
    return html`${palette}<rl-wanted-records></rl-wanted-records>`;
  }

  private renderBottomBar() {
    const all = placeGroups(this.meta).flatMap((group) => group.places);
    const home = all.find((place) => place.href === homePath(this.meta));
    const places = [...(home ? [home] : []), ...all.filter((place) => place !== home)].slice(0, 2);
    return html`<nav class="bottom" aria-label=${t('shell.navigation')}>
      <a href="/inbox" aria-current=${this.route.name === 'inbox' ? 'page' : nothing}>
        <rl-icon name="inbox"></rl-icon><span class="truncate">${t('nav.inbox')}</span>
        ${this.inboxCount > 0 ? html`<b>${this.inboxCount}</b>` : nothing}
      </a>
      ${places.map(
        (place) =>
          html`<a href=${place.href} aria-current=${place.isAt(this.route) ? 'page' : nothing}>
            <rl-icon name=${place.icon}></rl-icon><span class="truncate">${place.label}</span>
          </a>`,
      )}
      <button type="button" @click=${this.openPalette}>
        <rl-icon name="search"></rl-icon><span class="truncate">${t('shell.find')}</span>
      </button>
      <button type="button" @click=${this.openDrawer}>
        <rl-icon name="menu"></rl-icon><span class="truncate">${t('shell.menu')}</span>
      </button>
    </nav>`;
  }

  private async openPalette(): Promise<void> {
    await import('./rl-palette.ts');
    this.closeDrawer();
    this.isPaletteOpen = true;
  }

  private openDrawer(): void {
    this.isDrawerOpen = true;
    this.drawer.showModal();
  }

  private closeDrawer(event?: Event): void {
    if (event?.type === 'click' && event.target !== this.drawer) return;
    this.isDrawerOpen = false;
    if (this.drawer?.open) this.drawer.close();
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
  }

  /** While a company is new its first page is where to begin; once that is over nobody asks again. */
  private async begin(): Promise<void> {
    if (this.meta.actor.hasBegun) this.isBeginning = false;
    if (this.isBeginning !== false)
      this.isBeginning = await readBegin().then(
        ({ isOpen }) => isOpen,
        () => false,
      );
    if (this.route.name === 'home')
      navigate(this.isBeginning ? '/begin' : homePath(this.meta), { isReplacing: true });
  }

  private async count(): Promise<void> {
    const page = await listWorkItems({ assignee: 'me', limit: 200 }).catch(() => undefined);
    if (page) this.inboxCount = page.items.length;
  }
}
