import { css } from 'lit';

export const inboxStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .wait {
    padding: 8px 16px;
  }
  .panes {
    display: grid;
    grid-template-columns: minmax(260px, 380px) minmax(0, 1fr);
    flex: 1;
    min-height: 0;
  }
  .list {
    border-right: 1px solid var(--rl-line);
    overflow: auto;
    scrollbar-width: thin;
  }
  .list h2 {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 8px 16px 4px;
    background: var(--rl-page);
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
    font-weight: 500;
  }
  .list h2 span {
    margin-left: 4px;
  }
  .item {
    display: grid;
    gap: 1px;
    width: 100%;
    padding: 8px 16px;
    border: 0;
    border-bottom: 1px solid var(--rl-line);
    background: none;
    color: inherit;
    font: inherit;
    text-align: left;
    cursor: pointer;
  }
  .item:hover {
    background: var(--rl-sunken);
  }
  .item[aria-current] {
    background: var(--rl-accent-soft);
  }
  .item:focus-visible {
    outline-offset: -2px;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
  }
  .name {
    flex: 1;
    font-weight: 500;
  }
  .detail {
    padding: 20px 28px 40px;
    overflow: auto;
  }
  .detail > * {
    max-width: 620px;
  }
  .title {
    font-size: 18px;
    line-height: 26px;
  }
  dl {
    display: grid;
    grid-template-columns: 104px minmax(0, 1fr);
    gap: 4px 8px;
    margin: 12px 0 20px;
    padding-bottom: 16px;
    border-bottom: 1px solid var(--rl-line);
  }
  dt {
    color: var(--rl-muted);
  }
  dd a {
    color: var(--rl-accent-text);
  }
  dd a:hover {
    text-decoration: underline;
  }
  .back {
    display: none;
  }
  .hint {
    color: var(--rl-muted);
  }
  @media (max-width: 720px) {
    .panes {
      display: block;
      overflow: auto;
    }
    .list {
      border: 0;
    }
    .detail {
      display: none;
      padding: 4px 12px 24px;
    }
    .has-item .list {
      display: none;
    }
    .has-item .detail {
      display: block;
    }
    .back {
      display: inline-flex;
      margin: 0 0 8px -8px;
    }
  }
`;
