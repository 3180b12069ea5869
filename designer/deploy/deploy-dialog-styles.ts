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
  rl-change-list {
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
  .bad {
    color: var(--rl-bad-text);
  }
`;
