import { css } from 'lit';

export const laneStyles = css`
  :host {
    display: block;
  }
  section {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  header {
    display: flex;
    align-items: center;
    gap: 6px;
    flex: none;
    height: 44px;
    padding: 4px 4px 0;
  }
  h2 {
    font-weight: 600;
  }
  .count,
  .sum {
    color: var(--rl-muted);
    font-variant-numeric: tabular-nums;
  }
  .sum {
    margin-left: auto;
    white-space: nowrap;
  }
  .cards {
    display: flex;
    flex-direction: column;
    gap: 6px;
    flex: 1;
    min-height: 0;
    padding-bottom: 24px;
    border-radius: var(--rl-radius-card);
    overflow: hidden auto;
    scrollbar-width: thin;
  }
  rl-card,
  .wait,
  .place {
    flex: none;
  }
  .place {
    display: none;
    height: 60px;
    border-radius: var(--rl-radius-card);
    background: var(--rl-accent-soft);
  }
  .over .place {
    display: block;
  }
  .wait {
    height: 66px;
    padding: 1px 12px;
    border: 1px solid var(--rl-line);
    border-radius: var(--rl-radius-card);
    overflow: hidden;
  }
  .empty {
    padding: 8px 4px;
    color: var(--rl-muted);
  }
`;
