/**
 * Help on any page: `<relata-portal></relata-portal>`. Everybody reads articles; who signs in by a mail sees the own
 * requests, writes new ones and answers. Its look is its own, themed by the custom properties in `portal-styles.ts`; it
 * needs no library and no cookie. `server` is where this script came from when absent, `language` the page's.
 */
import { act, make } from './parts/make.ts';
import { portalSheet } from './parts/portal-styles.ts';
import { recall, remember } from './parts/store.ts';
import { languageOf, textsIn, type Language } from './parts/texts.ts';
import { ask, type Answer } from './parts/ask.ts';
import { placeOf, type Place, type Portal, type Signed } from './portal/portal.ts';
import { views } from './portal/views.ts';

const signedKey = 'relata-portal';
const languageKey = 'relata-portal-language';

class RelataPortal extends HTMLElement {
  private root = this.attachShadow({ mode: 'open' });
  /** Ends what the view before it began. */
  private leave = new AbortController();
  private move = (): void => void this.show();

  connectedCallback(): void {
    this.root.adoptedStyleSheets = [portalSheet()];
    window.addEventListener('hashchange', this.move);
    void this.show();
  }

  disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.move);
    this.leave.abort();
  }

  private get language(): Language {
    const chosen = recall(languageKey);
    return chosen === 'en' || chosen === 'zh-CN' ? chosen : languageOf(this);
  }

  private get signed(): Signed | null {
    const kept = recall(signedKey);
    // The cast: `sign` wrote it.
    return kept ? (JSON.parse(kept) as Signed) : null;
  }

  private ask<T>(path: string, body?: unknown, file?: File): Promise<Answer<T>> {
    const server = this.getAttribute('server') ?? new URL(import.meta.url).origin;
    const site = encodeURIComponent(this.getAttribute('site') ?? 'own');
    const url = `${server}/api/plugins/service/sites/${site}/${path}`;
    return ask<T>(url, { language: this.language, pass: this.signed?.pass, body, file });
  }

  private get portal(): Portal {
    const { language } = this;
    return {
      language,
      texts: textsIn(language),
      signed: this.signed,
      left: this.leave.signal,
      ask: (path, body) => this.ask(path, body),
      send: (path, file) => this.ask(path, undefined, file),
      sign: (signed) => remember(signedKey, signed && JSON.stringify(signed)),
      go: (place) => {
        if (location.hash === place) void this.show();
        else location.hash = place;
      },
    };
  }

  private async show(): Promise<void> {
    this.leave.abort();
    this.leave = new AbortController();
    const { portal } = this;
    const { left } = portal;
    const place = placeOf(location.hash, portal.signed !== null);
    const body = make('div', { class: 'view', part: 'view' }, [
      make('p', { class: 'quiet', role: 'status' }, portal.texts.loading),
    ]);
    const frame = make('div', { lang: portal.language }, [this.top(portal, place), body, this.foot(portal)]);
    const isFirst = this.root.childElementCount === 0;
    this.root.replaceChildren(frame);
    const shown = await views[place.view](portal, place.id);
    if (left.aborted) return;
    body.replaceChildren(...shown);
    if (!isFirst) body.querySelector('h1')?.focus();
  }

  private top({ texts, signed, ask: put, sign, go }: Portal, { view }: Place): HTMLElement {
    const link = (hash: string, label: string, isHere: boolean): HTMLElement =>
      make('a', { href: hash, ...(isHere && { 'aria-current': 'page' }) }, label);
    const isArticle = view === 'articles' || view === 'article';
    const leave = async (): Promise<void> => {
      await put('portal/sessions/end', {});
      sign(null);
      go('#articles');
    };
    const who = signed
      ? [
          make('div', { class: 'who' }, [
            make('span', { title: signed.email }, signed.email),
            act(texts.signOut, leave, { class: 'plain' }),
          ]),
        ]
      : [];
    return make('nav', { class: 'top', 'aria-label': texts.help }, [
      link('#articles', texts.articles, isArticle),
      link('#requests', texts.requests, !isArticle),
      ...who,
    ]);
  }

  private foot({ language }: Portal): HTMLElement {
    const other = language === 'en' ? 'zh-CN' : 'en';
    const change = (): void => {
      remember(languageKey, other);
      void this.show();
    };
    const label = other === 'en' ? 'English' : '中文';
    return make('footer', { class: 'foot' }, [act(label, change, { class: 'plain', lang: other })]);
  }
}

if (!customElements.get('relata-portal')) customElements.define('relata-portal', RelataPortal);
