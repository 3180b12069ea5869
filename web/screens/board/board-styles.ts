import { css } from 'lit';

export const boardStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  b {
    color: var(--rl-text);
    font-weight: 600;
  }
  .lanes {
    display: flex;
    gap: 12px;
    flex: 1;
    min-height: 0;
    padding: 0 16px;
    overflow: auto hidden;
    scroll-padding: 0 16px;
  }
  rl-lane {
    flex: 1 1 252px;
    min-width: 240px;
    max-width: 380px;
    min-height: 0;
  }
  @media (max-width: 720px) {
    .lanes {
      gap: 10px;
      padding: 0 12px;
      scroll-snap-type: x mandatory;
      scroll-padding: 0 12px;
    }
    rl-lane {
      flex: 0 0 86%;
      scroll-snap-align: start;
    }
  }
`;
