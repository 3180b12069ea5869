import { css } from 'lit';

export const monitorStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--rl-page);
  }
  .choices {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--rl-line);
    background: var(--rl-surface);
  }
  .segmented {
    margin-left: auto;
  }
  .work {
    --rl-heat: var(--rl-accent);
    display: grid;
    grid-template-columns: minmax(0, 1fr) 440px;
    flex: 1;
    min-height: 0;
  }
  .work[data-measure='median'],
  .work[data-measure='p90'] {
    --rl-heat: var(--rl-warn);
  }
  .work[data-measure='failures'] {
    --rl-heat: var(--rl-bad);
  }
  .stage {
    position: relative;
    display: grid;
    min-width: 0;
    min-height: 0;
  }
  aside {
    min-height: 0;
    border-left: 1px solid var(--rl-line);
    background: var(--rl-surface);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  rl-skeleton {
    padding: 16px;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 8px;
    padding: 12px 16px 8px;
  }
  dt {
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  dd {
    font-size: 16px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  p {
    padding: 0 16px 8px;
  }
  @media (max-width: 1080px) {
    .work {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(200px, 1fr) minmax(160px, 45%);
    }
    aside {
      border-left: 0;
      border-top: 1px solid var(--rl-line);
    }
    .segmented {
      margin-left: 0;
      max-width: 100%;
      overflow-x: auto;
    }
  }
`;
