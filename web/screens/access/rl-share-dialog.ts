import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { findPeople, type Choice } from '../../data/choices.ts';
import { formatDate } from '../../data/format.ts';
import { t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { addShare, endShare, listShares, type ShareItem } from '../../data/shares.ts';
import { listTeams } from '../../data/users.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-avatar.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-tag.ts';
import { showToast } from '../../components/toast.ts';

const icons: Record<string, string> = { team: 'users', role: 'id-card' };

/** With whom a record is shared, and with whom it shall be. Fires `rl-close`. */
@customElement('rl-share-dialog')
export class RlShareDialog extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) record!: { entity: string; id: string };
  /** What the record is called. */
  @property() name = '';
  @state() private shares: ShareItem[] | undefined;
  @state() private holder: Choice | null = null;
  @state() private level: 'read' | 'edit' = 'read';
  @state() private until = '';
  @state() private error: unknown;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
        gap: 8px;
        align-items: end;
      }
      .row {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 40px;
        border-bottom: 1px solid var(--rl-line);
      }
      .list {
        min-height: 96px;
        margin-top: 12px;
      }
      .small {
        display: block;
      }
      rl-problem {
        display: block;
        margin-bottom: 12px;
      }
      .who {
        grid-column: 1 / -1;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    return html`<rl-dialog open heading=${t('share.heading', { name: this.name })}>
      ${this.error ? html`<rl-problem inline .retry=${false} .error=${this.error}></rl-problem>` : nothing}
      <form @submit=${this.add}>
        <div class="who">
          <span class="field-label" aria-hidden="true">${t('share.with')}</span>
          <rl-picker
            label=${t('share.with')}
            placeholder=${t('share.placeholder')}
            .source=${(search: string) => this.find(search)}
            .value=${this.holder}
            @change=${(event: CustomEvent<{ value: Choice | null }>) => (this.holder = event.detail.value)}
          ></rl-picker>
        </div>
        <label class="field">
          <span class="field-label">${t('share.level')}</span>
          <select
            class="control"
            @change=${(event: Event) =>
              // The two options below.
              (this.level = (event.target as HTMLSelectElement).value as 'read' | 'edit')}
          >
            <option value="read">${t('share.level.read')}</option>
            <option value="edit">${t('share.level.edit')}</option>
          </select>
        </label>
        <label class="field">
          <span class="field-label">${t('share.until')}</span>
          <input
            class="control"
            type="date"
            .value=${this.until}
            @change=${(event: Event) => (this.until = (event.target as HTMLInputElement).value)}
          />
        </label>
        <button class="button primary" ?disabled=${!this.holder}>${t('share.add')}</button>
      </form>
      <div class="list">${this.renderList()}</div>
    </rl-dialog>`;
  }

  private renderList() {
    if (!this.shares) return nothing;
    if (this.shares.length === 0) return html`<p class="muted">${t('share.none')}</p>`;
    return this.shares.map((share) => this.renderShare(share));
  }

  private renderShare(share: ShareItem): TemplateResult {
    const [kind] = share.holder.split(':');
    const isOver = share.until !== null && Date.parse(share.until) < Date.now();
    return html`<div class="row">
      ${kind === 'user' ? html`<rl-avatar name=${share.name}></rl-avatar>` : html`<rl-icon name=${icons[kind ?? ''] ?? 'users'}></rl-icon>`}
      <span class="grow">
        ${share.name}
        <span class="muted small"
          >${t('share.by', { name: share.createdBy.title ?? '' })}${
            share.until
              ? ` · ${t(isOver ? 'share.ended' : 'share.ends', { day: formatDate(share.until) })}`
              : ''
          }</span
        >
      </span>
      <rl-tag tone=${share.level === 'edit' ? 'accent' : 'neutral'}
        >${t(`share.level.${share.level}`)}</rl-tag
      >
      <button
        type="button"
        class="button ghost square"
        aria-label=${t('share.end', { name: share.name })}
        title=${t('share.end', { name: share.name })}
        @click=${() => this.end(share)}
      >
        <rl-icon name="x"></rl-icon>
      </button>
    </div>`;
  }

  /** People, teams and roles in one list. */
  private async find(search: string): Promise<Choice[]> {
    const [people, teams] = await Promise.all([findPeople(search), listTeams()]);
    const fits = (title: string): boolean => title.toLowerCase().includes(search.toLowerCase());
    return [
      ...people
        .filter(({ id }) => id !== this.meta.actor.id)
        .map((one) => ({ ...one, id: `user:${one.id}` })),
      ...teams
        .filter(({ name }) => fits(name))
        .map(({ id, name }) => ({ id: `team:${id}`, title: name, hint: t('share.kind.team') })),
      ...this.meta.roles
        .filter(({ label }) => fits(label))
        .map(({ id, label }) => ({ id: `role:${id}`, title: label, hint: t('share.kind.role') })),
    ];
  }

  private async load(): Promise<void> {
    try {
      this.shares = await listShares(this.record);
    } catch (error) {
      this.error = error;
    }
  }

  private async add(event: Event): Promise<void> {
    event.preventDefault();
    const { holder } = this;
    if (!holder) return;
    // The whole of the last day counts.
    const until = this.until ? new Date(`${this.until}T23:59:59`).toISOString() : null;
    try {
      await addShare(this.record, { holder: holder.id, level: this.level, until });
      showToast({ text: t('share.added', { name: holder.title }) });
      this.holder = null;
      this.error = undefined;
      await this.load();
      this.told();
    } catch (error) {
      this.error = error;
    }
  }

  private async end(share: ShareItem): Promise<void> {
    try {
      await endShare(this.record, share.id);
      this.error = undefined;
      await this.load();
      this.told();
      const again = { holder: share.holder, level: share.level, until: share.until };
      showToast({
        text: t('share.removed', { name: share.name }),
        action: {
          label: t('action.undo'),
          run: async () => {
            await addShare(this.record, again);
            await this.load();
            this.told();
          },
        },
      });
    } catch (error) {
      this.error = error;
    }
  }

  private told(): void {
    this.dispatchEvent(new CustomEvent('rl-shared', { bubbles: true, composed: true }));
  }
}
