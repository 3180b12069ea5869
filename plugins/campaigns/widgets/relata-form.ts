/**
 * A form on somebody else's page: `<relata-form form="key"></relata-form>`. It brings its own look in a shadow root, so that
 * neither page nor form disturbs the other; the page themes it by the custom properties in `styles.ts`. It needs no library
 * and no cookie. `language` is the page's when absent, `server` where this script came from.
 */
import { askForm, sendForm, type PublicForm } from './parts/ask.ts';
import { consentBox, fieldOf, valueOf } from './parts/fields.ts';
import { make } from './parts/make.ts';
import { sheet } from './parts/styles.ts';
import { textsIn, type Language } from './parts/texts.ts';

class RelataForm extends HTMLElement {
  static observedAttributes = ['form', 'language', 'server'];
  private root = this.attachShadow({ mode: 'open' });
  private shown: PublicForm | undefined;
  private isPreview = false;
  private turn = 0;

  /** Shows a form that is being composed; nothing is asked and nothing is sent. */
  get preview(): PublicForm | undefined {
    return this.isPreview ? this.shown : undefined;
  }

  set preview(form: PublicForm | undefined) {
    if (!form) return;
    this.isPreview = true;
    this.show(form);
  }

  connectedCallback(): void {
    // Set before this script had come, it lies in front of what listens to it.
    if (Object.hasOwn(this, 'preview')) {
      const { preview } = this;
      Reflect.deleteProperty(this, 'preview');
      this.preview = preview;
    }
    this.root.adoptedStyleSheets = [sheet()];
    void this.load();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.load();
  }

  private get language(): Language {
    const said =
      this.getAttribute('language') ?? this.closest('[lang]')?.getAttribute('lang') ?? navigator.language;
    return said.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
  }

  private get address(): string {
    const server = this.getAttribute('server') ?? new URL(import.meta.url).origin;
    const key = encodeURIComponent(this.getAttribute('form') ?? '');
    return `${server}/api/plugins/campaigns/forms/${key}`;
  }

  private async load(): Promise<void> {
    const turn = ++this.turn;
    // A page that was there before this script tells of each attribute and of the place, one after the other: asked once,
    // and what somebody has begun to fill in is not drawn anew.
    await Promise.resolve();
    if (turn !== this.turn || this.isPreview || !this.getAttribute('form')) return;
    const { language } = this;
    this.root.replaceChildren(make('p', { class: 'quiet', role: 'status' }, textsIn(language).loading));
    const answer = await askForm(this.address, language);
    if (turn !== this.turn) return;
    if (answer.ok) this.show(answer.body);
    else {
      const { detail, errors: [first] = [] } = answer.problem;
      // That the key is cut off says more than that a value cannot be accepted.
      this.root.replaceChildren(make('p', { class: 'problem', role: 'alert' }, first?.message ?? detail));
    }
  }

  private show(form: PublicForm): void {
    this.shown = form;
    const { texts, fields, consents, language } = form;
    const body = make('form', { novalidate: '' }, [
      ...(texts.heading ? [make('h2', { part: 'heading' }, texts.heading)] : []),
      ...(texts.intro ? [make('p', { class: 'intro' }, texts.intro)] : []),
      ...fields.map((field) => fieldOf(field, textsIn(language))),
      ...consents.map((consent) => consentBox(consent, textsIn(language))),
      // Out of sight of people and of what reads to them; programs fill it in.
      make('div', { class: 'away', 'aria-hidden': 'true' }, [
        make('input', { name: 'website', tabindex: '-1', autocomplete: 'off' }),
      ]),
      make('p', { class: 'problem', role: 'alert', hidden: '' }),
      make('button', { part: 'button' }, texts.button),
    ]);
    body.lang = language;
    body.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.isPreview) void this.send(body);
    });
    this.root.replaceChildren(body);
  }

  private async send(body: HTMLFormElement): Promise<void> {
    const form = this.shown!;
    const button = body.querySelector('button')!;
    this.tell(body, {});
    button.disabled = true;
    const answer = await sendForm(this.address, form.language, {
      challenge: form.challenge,
      values: Object.fromEntries(form.fields.map((field) => [field.id, valueOf(body, field)])),
      consents: form.consents.map(({ purpose, text }) => ({
        ...{ purpose, text },
        isGiven: body.querySelector<HTMLInputElement>(`[name="consent:${purpose}"]`)!.checked,
      })),
      page: location.href.slice(0, 2_000),
      website: body.querySelector<HTMLInputElement>('[name=website]')!.value,
    });
    button.disabled = false;
    if (!answer.ok) return this.tell(body, answer.problem);
    const thanks = make('div', { class: 'thanks', role: 'status', tabindex: '-1' }, [
      make('p', {}, answer.body.thanks),
      ...(answer.body.isToConfirm ? [make('p', {}, textsIn(form.language).confirm)] : []),
    ]);
    this.root.replaceChildren(thanks);
    thanks.focus();
    this.dispatchEvent(new CustomEvent('relata-submitted', { bubbles: true, composed: true }));
  }

  /** Each mistake beside its field, what belongs to none above the button; the first field with one is looked at. */
  private tell(
    body: HTMLFormElement,
    problem: { detail?: string; errors?: { pointer: string; message: string }[] },
  ) {
    const errors = problem.errors ?? [];
    for (const place of body.querySelectorAll<HTMLElement>('[data-field]')) {
      const error = errors.find(({ pointer }) => pointer === place.dataset['field']);
      const line = place.querySelector<HTMLElement>('.error')!;
      line.textContent = error?.message ?? '';
      line.hidden = !error;
      place.querySelector('input, select, textarea')!.setAttribute('aria-invalid', String(Boolean(error)));
    }
    const line = body.querySelector<HTMLElement>('.problem')!;
    line.textContent = problem.detail ?? '';
    line.hidden = !problem.detail;
    body.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }
}

if (!customElements.get('relata-form')) customElements.define('relata-form', RelataForm);
