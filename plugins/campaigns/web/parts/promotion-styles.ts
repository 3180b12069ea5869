import { css } from 'lit';

export const promotionStyles = css`
  :host {
    display: block;
    margin-bottom: 16px;
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    padding: 12px;
    border-radius: var(--rl-radius-card);
    background: var(--rl-sunken);
  }
  .state p {
    flex: 1 1 260px;
  }
  .on {
    color: var(--rl-good-text);
  }
  .off {
    color: var(--rl-warn-text);
  }
  .figure {
    font-variant-numeric: tabular-nums;
  }
  progress {
    order: 1;
    width: 100%;
    height: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--rl-hover);
    overflow: hidden;
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--rl-hover);
  }
  progress::-webkit-progress-value {
    background: var(--rl-accent);
  }
  progress::-moz-progress-bar {
    background: var(--rl-accent);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 32px;
    margin-top: 16px;
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  form h3 {
    flex-basis: 100%;
  }
  .narrow {
    width: 104px;
  }
  .wide {
    width: 220px;
  }
  .outcome {
    flex-basis: 100%;
  }
  .outcome li {
    margin-top: 2px;
  }
  .refused {
    color: var(--rl-warn-text);
  }
`;
