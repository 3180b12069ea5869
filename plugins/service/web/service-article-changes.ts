import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, listRecords, t, type MetaEntity, type RecordItem } from '../../../web/index.ts';
import { textChanges, type Piece } from './article/text-changes.ts';
import './talk/texts.ts';

const mostVersions = 50;

/** What changed in an article: since the version that customers read, or from one version to the next. */
@customElement('service-article-changes')
export class ServiceArticleChanges extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) pulse = 0;
  /** Newest first, as they were approved. */
  @state() private versions: RecordItem[] | undefined;
  @state() private error: unknown;
  /** Place in `states` of the later one of the two. */
  @state() private chosen = 0;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 12px;
        margin-bottom: 16px;
      }
      rl-select {
        justify-self: start;
        width: min(320px, 100%);
      }
      .text {
        display: grid;
        gap: 8px;
        max-width: 76ch;
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
      ins {
        border-radius: 3px;
        background: var(--rl-good-soft);
        color: var(--rl-good-text);
      }
      del {
        border-radius: 3px;
        background: var(--rl-bad-soft);
        color: var(--rl-bad-text);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record') || changed.has('pulse')) void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.versions) return html`<rl-skeleton rows="3"></rl-skeleton>`;
    const { states } = this;
    const later = states[this.chosen] ?? states[0]!;
    const earlier = states[states.indexOf(later) + 1];
    if (!earlier)
      return html`<p class="muted">${t('service.web.changes.none')}</p>
        ${this.renderChoice()}`;
    const pieces = textChanges(paragraphs(earlier.record), paragraphs(later.record));
    const isSame = pieces.every(([first]) => first!.kind === 'same');
    return html`${this.renderChoice()}
      ${isSame ? html`<p class="muted">${t('service.web.changes.same')}</p>` : nothing}
      <div class="text">${isSame ? nothing : pieces.map((each) => html`<p>${each.map(piece)}</p>`)}</div>`;
  }

  /** As it is now, then the versions. */
  private get states(): { name: string; record: RecordItem }[] {
    const now = { name: t('service.web.changes.now'), record: this.record };
    const versions = (this.versions ?? []).map((record) => ({
      name: t('service.web.changes.version', { number: String(record['number']) }),
      record,
    }));
    return [now, ...versions];
  }

  private renderChoice() {
    const { states } = this;
    if (states.length < 3) return nothing;
    return html`<rl-select
      label=${t('service.web.changes.which')}
      .options=${states.slice(0, -1).map(({ name }, place) => ({
        value: String(place),
        label: t('service.web.changes.pair', { later: name, earlier: states[place + 1]!.name }),
      }))}
      value=${String(this.chosen)}
      @change=${(event: CustomEvent<{ value: string }>) => (this.chosen = Number(event.detail.value))}
    ></rl-select>`;
  }

  private async load(): Promise<void> {
    const { id } = this.record;
    try {
      const filter = { article: { eq: id } };
      const { items } = await listRecords('article-version', {
        ...{ filter, sort: ['-number'], limit: mostVersions },
      });
      if (id !== this.record.id) return;
      this.versions = items;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}

const piece = ({ kind, text }: Piece) =>
  kind === 'same' ? text : kind === 'in' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;

const blocks = 'p, li, h1, h2, h3, h4, pre, blockquote, td, th';

/** Title, summary and every block of the text as plain words. Nothing of the text is ever put into the page as HTML. */
function paragraphs({ title, summary, body }: RecordItem): string[] {
  const text = new DOMParser().parseFromString(String(body ?? ''), 'text/html').body;
  const found = [...text.querySelectorAll(blocks)]
    .filter((block) => !block.querySelector(blocks))
    .map((block) => block.textContent.trim());
  return [title, summary, ...(found.length > 0 ? found : [text.textContent.trim()])]
    .map((each) => String(each ?? ''))
    .filter((each) => each !== '');
}
