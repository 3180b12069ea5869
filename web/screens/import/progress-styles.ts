import { css } from 'lit';

export const progressStyles = css`
  h2 rl-tag {
    margin-left: 6px;
    font-weight: 400;
  }
  .bar {
    height: 4px;
    margin-top: 20px;
    border-radius: 2px;
    background: var(--rl-line);
    overflow: hidden;
  }
  .bar span {
    display: block;
    height: 100%;
    background: var(--rl-accent);
    transition: width var(--rl-motion) linear;
  }
  .repair {
    padding-top: 4px;
    border-top: 1px solid var(--rl-line);
  }
  .repair h3 {
    margin-top: 16px;
  }
  .repair .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 12px;
  }
  .repair label:focus-within {
    outline: 2px solid var(--rl-accent);
    outline-offset: 1px;
  }
`;
