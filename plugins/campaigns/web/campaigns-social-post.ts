import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  askPerson,
  base,
  buttons,
  controls,
  showProblem,
  showToast,
  t,
  updateRecord,
  type MetaEntity,
  type RecordItem,
} from '../../../web/index.ts';
import './parts/campaigns-social-account.ts';
import './parts/campaigns-social-preview.ts';
import {
  askReactions,
  choose,
  readPage,
  sayThere,
  takeDown,
  type SocialAccount,
  type SocialPage,
} from './parts/social-data.ts';
import { socialStyles } from './parts/social-styles.ts';
import './parts/texts.ts';

/** Where a post is written: what it says, to which accounts, counted while one types, and how it looks there. */
@customElement('campaigns-social-post')
export class CampaignsSocialPost extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) pulse = 0;
  @state() private page: SocialPage | undefined;
  /** What is typed and not saved yet. */
  @state() private typed: string | undefined;
  @state() private isBusy = false;
  @state() private error: unknown;

  static override styles = [base, buttons, controls, socialStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('record');
    if (changed.has('record') && before?.id !== this.record.id) this.typed = undefined;
    if (changed.has('record') || changed.has('pulse')) void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.page) return html`<rl-skeleton rows="8"></rl-skeleton>`;
    const chosen = this.page.accounts.filter(({ target }) => target !== null);
    return html`<div class="sides">
      <div>${this.renderText()} ${this.renderAccounts(this.page)} ${this.renderFoot(this.page)}</div>
      <aside>
        <h3>${t('social.preview')}</h3>
        ${
          chosen.length === 0
            ? html`<p class="note">${t('social.noneChosen')}</p>`
            : chosen.map(
                (account) =>
                  html`<campaigns-social-preview
                    .account=${account}
                    .text=${account.target?.text ?? this.text}
                    .link=${this.link}
                    .picture=${this.picture}
                  ></campaigns-social-preview>`,
              )
        }
      </aside>
    </div>`;
  }

  private renderText() {
    return html`<h3><label for="text">${t('social.text')}</label></h3>
      <textarea
        id="text"
        class="control"
        maxlength="10000"
        placeholder=${t('social.text.hint')}
        ?disabled=${this.isFixed}
        .value=${this.text}
        @input=${(event: Event) => {
          // The cast: the listener stands on a text area.
          this.typed = (event.target as HTMLTextAreaElement).value;
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void this.save();
        }}
      ></textarea>`;
  }

  private renderAccounts({ accounts }: SocialPage) {
    return html`<h3>${t('social.accounts')}</h3>
      ${accounts.length === 0 ? html`<p class="note">${t('social.noAccounts')}</p>` : nothing}
      ${accounts.map(
        (account) =>
          html`<campaigns-social-account
            .account=${account}
            .text=${this.text}
            .link=${this.link}
            ?fixed=${this.isFixed}
            @rl-choose=${() => this.act(() => choose(this.record.id, account))}
            @rl-say=${(event: CustomEvent<string | null>) =>
              this.act(() => sayThere(account.target!, event.detail))}
            @rl-take-down=${() => this.takeDown(account)}
          ></campaigns-social-account>`,
      )}
      <p class="note"><a href="/r/social-account/list">${t('social.toAccounts')}</a></p>`;
  }

  private renderFoot({ isAgreed, accounts }: SocialPage) {
    const status = String(this.record['status']);
    const plan = isAgreed ? 'handIn' : 'plan';
    const canAsk = accounts.some(({ can, target }) => can.reactions && target?.state === 'posted');
    const button = (name: string, run: () => unknown, kind = '') =>
      html`<button type="button" class="button ${kind}" ?disabled=${this.isBusy} @click=${run}>
        ${t(`social.${name}`)}
      </button>`;
    return html`<div class="foot">
        ${this.isDirty ? button('save', () => this.save(), 'primary') : nothing}
        ${
          ['draft', 'failed'].includes(status) && this.entity.can.update
            ? button(plan, () => this.plan(isAgreed), this.isDirty ? '' : 'primary')
            : nothing
        }
        ${['review', 'planned'].includes(status) ? button('toDraft', () => this.write({ status: 'draft' })) : nothing}
        ${canAsk ? button('ask', () => this.act(() => askReactions(this.record.id))) : nothing}
      </div>
      <p class="note">${t(`social.note.${status}${status === 'draft' && isAgreed ? '.agreed' : ''}`)}</p>`;
  }

  private get text(): string {
    return this.typed ?? String(this.record['text'] ?? '');
  }

  private get link(): string {
    return String(this.record['link'] ?? '');
  }

  private get isDirty(): boolean {
    return this.typed !== undefined && this.typed !== String(this.record['text'] ?? '');
  }

  /** What is out stays as it is. */
  private get isFixed(): boolean {
    return !this.entity.can.update || this.record['status'] === 'posted';
  }

  private get picture(): { href: string; words: string } | null {
    // The cast: the field holds a file.
    const file = this.record['picture'] as { href: string; name: string } | null | undefined;
    return file ? { href: file.href, words: String(this.record['pictureText'] || file.name) } : null;
  }

  private save = (): Promise<void> => this.write({ text: this.text });

  private plan(isAgreed: boolean): Promise<void> {
    const status = isAgreed ? 'review' : 'planned';
    return this.write({ status, ...(this.isDirty && { text: this.text }) });
  }

  private async takeDown(account: SocialAccount): Promise<void> {
    const question = {
      heading: t('social.takeDown.sure', { name: account.name }),
      text: t('social.takeDown.text'),
      ...{ label: t('social.takeDown'), isDanger: true },
    };
    if (!account.target || !(await askPerson(question))) return;
    await this.act(() => takeDown(this.record.id, account.target!.id));
    showToast({ text: t('social.takenDown') });
  }

  private write(values: Record<string, unknown>): Promise<void> {
    return this.act(async () => {
      this.record = await updateRecord('social-post', this.record, values);
      this.typed = undefined;
    });
  }

  private async act(run: () => Promise<unknown>): Promise<void> {
    this.isBusy = true;
    try {
      await run();
    } catch (error) {
      showProblem(error);
    } finally {
      this.isBusy = false;
    }
    await this.load();
  }

  private async load(): Promise<void> {
    const { id } = this.record;
    try {
      const page = await readPage(id);
      if (id !== this.record.id) return;
      this.page = page;
      this.error = undefined;
    } catch (error) {
      if (!this.page) this.error = error;
    }
  }
}
