import { css } from 'lit';

/** What an element's `tone` (see `tone.ts`) makes of it: soft ground, legible text. */
export const tones = css`
  :host([tone='accent']) {
    background: var(--rl-accent-soft);
    color: var(--rl-accent-text);
  }
  :host([tone='good']) {
    background: var(--rl-good-soft);
    color: var(--rl-good-text);
  }
  :host([tone='warn']) {
    background: var(--rl-warn-soft);
    color: var(--rl-warn-text);
  }
  :host([tone='bad']) {
    background: var(--rl-bad-soft);
    color: var(--rl-bad-text);
  }
  :host([tone='violet']) {
    background: var(--rl-violet-soft);
    color: var(--rl-violet-text);
  }
`;

/** A dot beside a name, in the colour of its tone. */
export const dots = css`
  .dot {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--rl-muted);
  }
  .dot.accent {
    background: var(--rl-accent);
  }
  .dot.good {
    background: var(--rl-good);
  }
  .dot.warn {
    background: var(--rl-warn);
  }
  .dot.bad {
    background: var(--rl-bad);
  }
  .dot.violet {
    background: var(--rl-violet);
  }
`;
