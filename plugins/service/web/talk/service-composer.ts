import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import {
  ApiProblem,
  base,
  buttons,
  findUsers,
  showProblem,
  showToast,
  t,
  type User,
} from '../../../../web/index.ts';
import './service-attachments.ts';
import type { Attachment, ServiceAttachments } from './service-attachments.ts';
import { keepDraft, say, type DraftKind, type Talk } from './talk-data.ts';
import './service-suggested.ts';
import './service-mention.ts';
import { composerStyles } from './talk-styles.ts';

const typingPause = 1_200;
const statuses = ['waiting', 'solved', 'open'];
const sendTexts: Record<DraftKind, string> = {
  outbound: 'service.web.compose.send',
  note: 'service.web.compose.keep',
  inbound: 'service.web.compose.keepCall',
};

const atWord = /(^|\s)@$/;
type Person = Pick<User, 'id' | 'name'>;

/** Where one answers or notes something. What is written is kept, here and on the server, until it is sent. */
@customElement('service-composer')
export class ServiceComposer extends LitElement {
  @property() ticket = '';
  @property() customer = '';
  /** The customer called, or came by. */
  @property({ type: Boolean }) isSpoken = false;
  /** Answers go somewhere: to an address, or into the chat. */
  @property({ type: Boolean }) isReached = false;
  @property({ attribute: false }) talk!: Talk;
  @state() private kind: DraftKind = 'outbound';
  @state() private text = '';
  @state() private status = 'waiting';
  @state() private people: Person[] = [];
  @state() private files: readonly Attachment[] = [];
  @state() private isBusy = false;
  @state() private isKept = false;
  /** Why it was not sent although it could be. */
  @state() private doubt = '';
  @query('textarea') private area!: HTMLTextAreaElement;
  @query('service-mention') private mention!: HTMLElementTagNameMap['service-mention'];
  @query('service-attachments') private attachments!: ServiceAttachments;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private startedFor = '';
  /** The last message to or from the customer when the writing began: what comes after it may change the answer. */
  private begunAfter: string | null = null;

  static override styles = [base, buttons, composerStyles];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.timer) void this.keep();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('talk') || this.startedFor === this.ticket) return;
    this.startedFor = this.ticket;
    this.text = this.talk.own?.text ?? '';
    // What somebody who called wanted is written down first.
    const isUnsaid = this.isSpoken && this.talk.messages.length === 0;
    this.kind = this.talk.own?.kind ?? (isUnsaid ? 'inbound' : 'outbound');
    this.begunAfter = this.lastSaid;
  }

  protected override render() {
    const isAnswer = this.kind === 'outbound';
    return html`${this.renderTold()}
      <div class="box ${this.kind}">
        <div class="row">
          <div class="kinds" role="group" aria-label=${t('service.web.compose.kind')}>
            ${this.renderKind('outbound', t('service.web.compose.reply'), 'reply')}
            ${this.renderKind('note', t('service.web.compose.note'), 'sticky-note')}
            ${this.renderKind('inbound', t('service.web.compose.call'), 'phone')}
          </div>
          <span class="grow"></span>
          ${this.renderCanned()}
          <service-mention
            @service-mention=${(event: CustomEvent<Person | null>) => this.name(event.detail)}
          ></service-mention>
        </div>
        <textarea
          aria-label=${this.placeholder}
          placeholder=${this.placeholder}
          .value=${this.text}
          @input=${this.onInput}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.send();
          }}
          @drop=${(event: DragEvent) => this.attach(event, event.dataTransfer)}
          @paste=${(event: ClipboardEvent) => this.attach(event, event.clipboardData)}
        ></textarea>
        <service-attachments
          .files=${this.files}
          @rl-change=${(event: CustomEvent<{ files: Attachment[] }>) => (this.files = event.detail.files)}
        ></service-attachments>
        ${
          isAnswer
            ? html`<service-suggested
                ticket=${this.ticket}
                @service-insert=${(event: CustomEvent<{ words: string }>) => this.insert(event.detail.words)}
              ></service-suggested>`
            : nothing
        }
        <div class="row">
          <span class="muted small ${this.isKept ? '' : 'keys'}" role="status">
            ${t(`service.web.compose.${this.isKept ? 'saved' : 'hint'}`)}
          </span>
          <span class="grow"></span>
          ${isAnswer ? this.renderStatus() : nothing}
          <rl-button
            variant="primary"
            ?disabled=${this.text.trim() === ''}
            ?loading=${this.isBusy}
            @click=${() => this.send()}
            >${t(sendTexts[this.kind])}</rl-button
          >
        </div>
      </div>`;
  }

  private get lastSaid(): string | null {
    return this.talk.messages.findLast((message) => message.kind !== 'note')?.id ?? null;
  }

  private get placeholder(): string {
    if (this.kind === 'note') return t('service.web.compose.noteFor');
    const name = this.customer || t('service.web.compose.theCustomer');
    return t(this.kind === 'inbound' ? 'service.web.compose.callFrom' : 'service.web.compose.replyTo', {
      name,
    });
  }

  private renderTold() {
    const { others } = this.talk;
    const writing =
      others.length > 0
        ? html`<p class="told" role="status">
            <rl-icon name="pencil"></rl-icon>
            ${t('service.web.compose.writing', { count: others.length, who: others.join(', ') })}
          </p>`
        : nothing;
    const doubt = this.doubt
      ? html`<div class="told" role="alert">
          <span class="grow">${this.doubt}</span>
          <rl-button @click=${() => this.send(true)}>${t('service.web.compose.anyway')}</rl-button>
        </div>`
      : nothing;
    return html`${writing}${doubt}`;
  }

  private renderKind(kind: DraftKind, label: string, icon: string) {
    return html`<button
      type="button"
      class="button ghost"
      aria-pressed=${this.kind === kind ? 'true' : 'false'}
      @click=${() => {
        this.kind = kind;
        this.keepSoon();
        this.area.focus();
      }}
    >
      <rl-icon name=${icon}></rl-icon>${label}
    </button>`;
  }

  private renderCanned() {
    const { canned } = this.talk;
    const items =
      canned.length > 0
        ? canned.map(({ id, name }) => ({ id, label: name }))
        : [{ id: '', label: t('service.web.compose.noCanned'), isDisabled: true }];
    return html`<rl-menu
      align="end"
      label=${t('service.web.compose.canned')}
      .items=${items}
      @rl-select=${(event: CustomEvent<{ id: string }>) =>
        this.insert(canned.find(({ id }) => id === event.detail.id)?.text ?? '')}
    >
      <button slot="trigger" type="button" class="button ghost">
        <rl-icon name="text-quote"></rl-icon>${t('service.web.compose.canned')}
      </button>
    </rl-menu>`;
  }

  private renderStatus() {
    return html`<rl-select
      label=${t('service.web.compose.status')}
      .options=${statuses.map((value) => ({ value, label: t(`service.web.compose.${value}`) }))}
      value=${this.status}
      @change=${(event: CustomEvent<{ value: string }>) => (this.status = event.detail.value)}
    ></rl-select>`;
  }

  protected override firstUpdated(): void {
    // Who may not see people names nobody.
    findUsers().then(
      (people) => (this.people = people.filter(({ isActive }) => isActive !== false)),
      () => {},
    );
  }

  /** Words go into the text as ever. */
  private attach(event: Event, given: DataTransfer | null): void {
    if (!given || given.files.length === 0) return;
    event.preventDefault();
    void this.attachments.add([...given.files]);
  }

  /** An @ that begins a word asks who is meant. */
  private onInput(): void {
    this.write(this.area.value);
    if (atWord.test(this.text.slice(0, this.area.selectionStart))) void this.mention.choose();
  }

  private name(person: Person | null): void {
    if (person && !this.people.some(({ id }) => id === person.id)) this.people = [...this.people, person];
    const isBegun = atWord.test(this.text.slice(0, this.area.selectionStart));
    this.insert(person ? `${isBegun ? '' : '@'}${person.name} ` : '');
  }

  private insert(words: string): void {
    const { selectionStart: start, selectionEnd: end } = this.area;
    this.write(this.text.slice(0, start) + words + this.text.slice(end));
    void this.updateComplete.then(() => {
      this.area.focus();
      this.area.setSelectionRange(start + words.length, start + words.length);
    });
  }

  private write(text: string): void {
    if (this.text.trim() === '') this.begunAfter = this.lastSaid;
    this.text = text;
    this.doubt = '';
    this.keepSoon();
  }

  private keepSoon(): void {
    this.isKept = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keep(), typingPause);
  }

  private async keep(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    try {
      await keepDraft(this.ticket, { kind: this.kind, text: this.text });
      this.isKept = this.text !== '';
    } catch {
      // It is still on the page; the next word tries again.
      this.isKept = false;
    }
  }

  private async send(isForced = false): Promise<void> {
    if (this.text.trim() === '' || this.isBusy) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isBusy = true;
    const { kind, text, status } = this;
    const mentions = this.people.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
    try {
      await say(this.ticket, {
        kind,
        text,
        mentions,
        files: this.files.map(({ id }) => id),
        seen: this.begunAfter,
        isForced,
        ...(kind === 'outbound' && { status }),
      });
      this.text = '';
      this.files = [];
      this.doubt = '';
      this.isKept = false;
      if (kind === 'outbound')
        showToast({ text: t(`service.web.compose.${this.isReached ? 'sent' : 'keptOnly'}`) });
      if (kind === 'inbound') this.kind = 'outbound';
      this.dispatchEvent(new CustomEvent('talk-changed', { bubbles: true, composed: true }));
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'service-answered-meanwhile')
        this.doubt = error.detail;
      else showProblem(error);
    } finally {
      this.isBusy = false;
    }
  }
}
