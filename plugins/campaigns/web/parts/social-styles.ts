import { css } from 'lit';

export const socialStyles = css`
  :host {
    display: block;
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(280px, 380px);
    gap: 24px;
    align-items: start;
  }
  h3 {
    margin: 20px 0 8px;
  }
  h3:first-child {
    margin-top: 0;
  }
  textarea.control {
    min-height: 132px;
    line-height: 20px;
  }
  .own textarea.control {
    min-height: 88px;
    margin-top: 8px;
  }
  .account {
    padding: 8px 0;
    border-bottom: 1px solid var(--rl-line);
  }
  .account .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-height: 24px;
  }
  .account label {
    display: flex;
    flex: 1 1 180px;
    align-items: center;
    gap: 8px;
    min-width: 0;
  }
  .network {
    color: var(--rl-muted);
  }
  .count {
    color: var(--rl-muted);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .over {
    color: var(--rl-bad-text);
    font-weight: 500;
  }
  .reason {
    margin-top: 4px;
    color: var(--rl-bad-text);
    overflow-wrap: anywhere;
  }
  .came {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    margin-top: 4px;
    color: var(--rl-muted);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-top: 16px;
  }
  .note {
    margin-top: 8px;
    color: var(--rl-muted);
  }
  aside {
    position: sticky;
    top: 0;
  }
  .paper {
    padding: 12px;
    margin-bottom: 12px;
    border: 1px solid var(--rl-line);
    border-radius: var(--rl-radius-card);
    background: var(--rl-surface);
  }
  .paper header {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-bottom: 8px;
  }
  .paper header > div {
    flex: 1;
    min-width: 0;
  }
  .paper p {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .paper .link {
    color: var(--rl-accent-text);
  }
  .paper mark {
    background: var(--rl-bad-soft);
    color: var(--rl-bad-text);
  }
  .paper img {
    display: block;
    width: 100%;
    max-height: 260px;
    margin-top: 8px;
    border-radius: var(--rl-radius);
    object-fit: cover;
  }
  @media (max-width: 960px) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      position: static;
    }
  }
`;
