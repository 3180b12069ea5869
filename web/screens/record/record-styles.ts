import { css } from 'lit';

export const recordStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    flex: 1;
    min-height: 0;
  }
  .main {
    overflow: auto;
    scrollbar-width: thin;
  }
  .column {
    max-width: 980px;
    padding: 16px 24px 48px;
  }
  aside {
    padding: 12px 16px 32px;
    border-left: 1px solid var(--rl-line);
    background: var(--rl-surface);
    overflow: auto;
    scrollbar-width: thin;
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 48px;
    margin-bottom: 12px;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
  }
  h2 {
    font-size: 20px;
    line-height: 28px;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 6px;
    color: var(--rl-muted);
  }
  .fact {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-width: 100%;
  }
  .fact:not(:last-child)::after {
    content: '·';
    margin-left: 2px;
  }
  @media (max-width: 980px) {
    .page {
      grid-template-columns: minmax(0, 1fr) 280px;
    }
  }
  @media (max-width: 720px) {
    .page {
      display: block;
      overflow: auto;
    }
    .main {
      overflow: visible;
    }
    .column {
      padding: 12px 12px 16px;
    }
    aside {
      border: 0;
      border-top: 1px solid var(--rl-line);
      padding: 8px 12px 32px;
      overflow: visible;
    }
  }
`;
