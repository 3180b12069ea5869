import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StoryItem } from '../../web/data/operate.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-icon.ts';
import '../../web/components/rl-time.ts';

const icons: Record<StoryItem['kind'], string> = {
  start: 'play',
  person: 'user-check',
  system: 'circle-check',
  way: 'git-branch',
  problem: 'circle-alert',
  operator: 'settings-2',
  end: 'circle-dot',
  now: 'clock',
};

/** What happened, in the server's sentences, in order. */
@customElement('rl-told')
export class RlTold extends LitElement {
  @property({ attribute: false }) items: StoryItem[] = [];

  static override styles = [
    base,
    css`
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        gap: 0 8px;
        padding: 7px 6px;
      }
      rl-icon {
        margin-top: 2px;
        color: var(--rl-muted);
      }
      .person,
      .end {
        color: var(--rl-good);
      }
      .now {
        color: var(--rl-accent);
      }
      .problem {
        color: var(--rl-bad);
      }
      rl-time {
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
    `,
  ];

  protected override render() {
    return html`<ol>
      ${this.items.map(
        ({ kind, text, at }) =>
          html`<li>
            <rl-icon class=${kind} name=${icons[kind]}></rl-icon>
            <span>${text}</span>
            <rl-time value=${at}></rl-time>
          </li>`,
      )}
    </ol>`;
  }
}
