import { css } from 'lit';

/** What every element of ours starts from: box model, text, focus ring, scroll bars. */
export const base = css`
  :host {
    box-sizing: border-box;
    font-family: var(--rl-font);
    font-size: var(--rl-size);
    line-height: var(--rl-leading);
    color: var(--rl-text);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  h1,
  h2,
  h3 {
    font-size: var(--rl-size);
    font-weight: 600;
  }
  ul {
    list-style: none;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  :focus-visible {
    outline: 2px solid var(--rl-accent);
    outline-offset: 1px;
    border-radius: var(--rl-radius);
  }
  .muted {
    color: var(--rl-muted);
  }
  .small {
    font-size: var(--rl-size-small);
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  .truncate {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-width: 0;
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (max-width: 720px) {
    :host {
      --rl-control: 36px;
    }
  }
`;
