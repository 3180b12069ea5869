import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import type { MetaEntity } from '../../web/data/meta.ts';
import { base } from '../../web/styles/base.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-icon.ts';
import '../../web/components/rl-problem.ts';
import '../../web/components/rl-skeleton.ts';
import '../../web/components/rl-tag.ts';
import { listStarters, type Starter } from '../data/starters.ts';
import './rl-picture.ts';

/** Complete flows to begin with, as small pictures, and an empty one. Fires `rl-choose` with `detail: {starter}`, null for the empty one. */
@customElement('rl-starter-gallery')
export class RlStarterGallery extends LitElement {
  @property({ attribute: false }) entities: readonly MetaEntity[] = [];
  @property({ attribute: false }) chosen: Starter | null | undefined;
  @state() private starters: Starter[] | undefined;
  /** Those about this entity come first. */
  @property() about = '';
  @state() private search = '';
  @state() private error: unknown;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    controls,
    css`
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
        gap: 12px;
        margin-top: 12px;
      }
      button {
        display: grid;
        grid-template-rows: 104px auto;
        align-content: start;
        width: 100%;
        height: 100%;
        padding: 0;
        border: 1px solid var(--rl-line);
        border-radius: var(--rl-radius-card);
        background: var(--rl-surface);
        color: inherit;
        font: inherit;
        text-align: left;
        overflow: hidden;
        cursor: pointer;
      }
      button:hover {
        border-color: var(--rl-line-strong);
        background: var(--rl-hover);
      }
      button[aria-pressed='true'] {
        border-color: var(--rl-accent);
        box-shadow: 0 0 0 1px var(--rl-accent);
      }
      .picture {
        display: grid;
        min-height: 0;
        padding: 10px;
        background: var(--rl-sunken);
      }
      .empty {
        place-items: center;
        color: var(--rl-muted);
      }
      rl-picture {
        min-height: 0;
      }
      .text {
        display: grid;
        gap: 2px;
        padding: 10px 12px 12px;
      }
      .name {
        font-weight: 500;
      }
      .help {
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      rl-tag {
        justify-self: start;
        margin-top: 4px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private isAbout({ subject }: Starter): boolean {
    return this.about !== '' && subject === this.about;
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    const isEmptyMeant = this.isFound({
      name: t('designer.starters.empty'),
      help: t('designer.starters.empty.help'),
    });
    const found = (this.starters?.filter((starter) => this.isFound(starter)) ?? []).toSorted(
      (one, other) => Number(this.isAbout(other)) - Number(this.isAbout(one)),
    );
    return html`<input
        class="control"
        type="search"
        placeholder=${t('designer.starters.find')}
        aria-label=${t('designer.starters.find')}
        @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
      />
      <ul class="cards" aria-label=${t('designer.starters')}>
        ${this.renderCard(null)}
        ${this.starters ? nothing : html`<li><rl-skeleton rows="4"></rl-skeleton></li>`}
        ${found.map((starter) => this.renderCard(starter))}
      </ul>
      ${this.starters && found.length === 0 && !isEmptyMeant ? html`<p class="muted">${t('designer.starters.nothing')}</p>` : nothing}`;
    // The listener sits on the input itself.
  }

  private renderCard(starter: Starter | null) {
    const entity = this.entities.find((each) => each.id === starter?.subject);
    return html`<li>
      <button
        type="button"
        aria-pressed=${starter?.id === this.chosen?.id && this.chosen !== undefined}
        @click=${() => this.choose(starter)}
      >
        ${
          starter
            ? html`<span class="picture"><rl-picture .xml=${starter.xml}></rl-picture></span>`
            : html`<span class="picture empty"><rl-icon name="plus"></rl-icon></span>`
        }
        <span class="text"
          ><span class="name">${starter?.name ?? t('designer.starters.empty')}</span>
          <span class="help">${starter?.help ?? t('designer.starters.empty.help')}</span>
          ${entity ? html`<rl-tag>${entity.label.one}</rl-tag>` : nothing}</span
        >
      </button>
    </li>`;
  }

  private isFound({ name, help }: Pick<Starter, 'name' | 'help'>): boolean {
    const hay = `${name} ${help}`.toLowerCase();
    return this.search
      .toLowerCase()
      .split(/\s+/)
      .every((word) => hay.includes(word));
  }

  private choose(starter: Starter | null): void {
    this.dispatchEvent(new CustomEvent('rl-choose', { detail: { starter } }));
  }

  private async load(): Promise<void> {
    this.error = undefined;
    try {
      this.starters = await listStarters();
    } catch (error) {
      this.error = error;
    }
  }
}
