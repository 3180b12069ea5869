import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatDuration, t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-icon.ts';
import '../../web/components/rl-time.ts';
import type { StoryLine } from './story.ts';
import './rl-value-tree.ts';

const icons: Record<StoryLine['state'], string> = {
  running: 'circle-dot',
  stopped: 'circle-alert',
  completed: 'circle-check',
  cancelled: 'circle-x',
  failed: 'circle-alert',
  log: 'message-square',
};

/** What happened, newest first. A click on a line fires `rl-focus` with `detail: {element}`. */
@customElement('rl-story')
export class RlStory extends LitElement {
  @property({ attribute: false }) lines: StoryLine[] = [];
  @property({ attribute: false }) name: (element: string) => string = () => '';

  static override styles = [
    base,
    css`
      li {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        gap: 0 8px;
        padding: 7px 6px;
        border-radius: var(--rl-radius);
        cursor: pointer;
      }
      li:hover {
        background: var(--rl-hover);
      }
      rl-icon {
        margin-top: 2px;
        color: var(--rl-muted);
      }
      .completed {
        color: var(--rl-good);
      }
      .running {
        color: var(--rl-accent);
      }
      .failed,
      .stopped {
        color: var(--rl-bad);
      }
      .more {
        grid-column: 2 / -1;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      rl-time {
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      p {
        padding: 12px 6px;
      }
    `,
  ];

  protected override render() {
    if (this.lines.length === 0) return html`<p class="muted">${t('designer.history.nothing')}</p>`;
    return html`<ul>
      ${this.lines.map((line) => this.renderLine(line))}
    </ul>`;
  }

  private renderMore({ data, reason }: StoryLine) {
    if (reason) return html`<div class="more">${reason}</div>`;
    if (data === undefined || data === null) return nothing;
    return html`<div class="more"><rl-value-tree .value=${data}></rl-value-tree></div>`;
  }

  private renderLine(line: StoryLine) {
    const name = this.name(line.element) || t(`designer.type.${line.type}`);
    const stay = line.to && line.state !== 'log' ? Date.parse(line.to) - Date.parse(line.from) : 0;
    return html`<li
      @click=${() => this.dispatchEvent(new CustomEvent('rl-focus', { detail: { element: line.element } }))}
    >
      <rl-icon class=${line.state} name=${icons[line.state]}></rl-icon>
      <span
        >${t(`designer.story.${line.state}`, { name })}${line.iteration === undefined ? nothing : html` <span class="muted">#${line.iteration}</span>`}</span
      >
      <rl-time value=${line.to ?? line.from}></rl-time>
      ${stay >= 60_000 ? html`<div class="more">${t('designer.story.took', { time: formatDuration(stay) })}</div>` : nothing}
      ${this.renderMore(line)}
    </li>`;
  }
}
