import { css } from 'lit';

/** What can be done with the rows chosen, floating over the foot of their list. */
export const selectionBar = css`
  .selection {
    position: absolute;
    bottom: 16px;
    left: 50%;
    z-index: 5;
    display: flex;
    align-items: center;
    gap: 4px;
    max-width: calc(100% - 24px);
    padding: 4px 4px 4px 14px;
    border-radius: 10px;
    background: var(--rl-surface);
    box-shadow: var(--rl-shadow-float);
    white-space: nowrap;
    translate: -50% 0;
  }
  .selection b {
    margin-right: 8px;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 720px) {
    .selection {
      bottom: 12px;
      gap: 0;
      max-width: calc(100% - 8px);
      padding-left: 10px;
      overflow-x: auto;
    }
    .selection .button:has(rl-icon) {
      flex: none;
      gap: 0;
      width: 40px;
      height: 40px;
      padding: 0;
    }
    .selection .text {
      display: none;
    }
  }
`;
