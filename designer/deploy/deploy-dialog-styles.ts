import { css } from 'lit';

export const deployDialogStyles = css`
  .step {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: 0 0 10px;
    font-size: 15px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  p,
  .changes,
  label.field {
    margin-bottom: 12px;
  }
  summary {
    cursor: pointer;
  }
  rl-flow-changes {
    max-height: 220px;
    margin-top: 4px;
    overflow-y: auto;
  }
  .new {
    color: var(--rl-muted);
  }
  .warn {
    color: var(--rl-warn-text);
  }
  .failed {
    max-height: 200px;
    margin-bottom: 12px;
    padding: 8px 12px;
    border-radius: var(--rl-radius-card);
    background: var(--rl-bad-soft);
    overflow: auto;
  }
  .failed ul {
    padding: 0;
    list-style: none;
  }
  .failed li {
    padding: 4px 0;
  }
  .failed b {
    font-weight: 500;
  }
  .bad {
    color: var(--rl-bad-text);
  }
`;
