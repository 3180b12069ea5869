import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, formatDate, t, type MetaEntity, type RecordItem } from '../../../web/index.ts';
import { readAgenda, type Entry } from './parts/agenda-data.ts';
import './parts/texts.ts';

const icons = {
  ...{ begin: 'play', end: 'square-check', check: 'list-checks', post: 'message-square-share' },
  ...{ mail: 'mail', promotion: 'ticket-percent' },
};

/** A campaign's own calendar: what was done and what is to come, day by day, with today between them. */
@customElement('campaigns-agenda')
export class CampaignsAgenda extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) pulse = 0;
  @state() private entries: Entry[] | undefined;

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 112px 20px minmax(0, 1fr) auto;
        align-items: center;
        gap: 8px;
        min-height: var(--rl-row);
        border-bottom: 1px solid var(--rl-line);
      }
      time {
        white-space: nowrap;
        color: var(--rl-muted);
        font-variant-numeric: tabular-nums;
      }
      rl-icon,
      .note {
        color: var(--rl-muted);
      }
      .done > :nth-child(3) {
        color: var(--rl-muted);
      }
      .bad .note {
        color: var(--rl-bad-text);
      }
      .today {
        min-height: 24px;
        border-bottom-color: var(--rl-accent);
        color: var(--rl-accent-text);
        font-weight: 500;
      }
      .today span {
        grid-column: 1 / -1;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record') || changed.has('pulse')) void this.load();
  }

  protected override render() {
    const { entries } = this;
    if (!entries) return html`<rl-skeleton rows="5"></rl-skeleton>`;
    if (entries.length === 0)
      return html`<rl-empty
        icon="calendar"
        heading=${t('agenda.empty')}
        text=${t('agenda.empty.text')}
      ></rl-empty>`;
    const now = new Date().toISOString();
    const next = entries.findIndex(({ at }) => (at.length > 10 ? at > now : at >= now.slice(0, 10)));
    return html`<ol>
      ${entries.map((entry, index) => [
        index === next ? this.renderToday() : nothing,
        this.renderEntry(entry, entries[index - 1]),
      ])}
      ${next < 0 ? this.renderToday() : nothing}
    </ol>`;
  }

  private renderToday() {
    return html`<li class="today"><span>${t('agenda.today')}</span></li>`;
  }

  private renderEntry({ at, kind, title, note, href, isDone, isBad }: Entry, before: Entry | undefined) {
    const day = formatDate(at);
    return html`<li class="${isDone ? 'done' : ''} ${isBad ? 'bad' : ''}">
      <time datetime=${at}>${before && formatDate(before.at) === day ? nothing : day}</time>
      <rl-icon name=${icons[kind]}></rl-icon>
      ${href ? html`<a class="truncate" href=${href}>${title}</a>` : html`<span class="truncate">${title}</span>`}
      <span class="note">${note || (isDone && kind === 'check' ? t('agenda.done') : nothing)}</span>
    </li>`;
  }

  private async load(): Promise<void> {
    const { id } = this.record;
    const entries = await readAgenda(this.record);
    if (id === this.record.id) this.entries = entries;
  }
}
