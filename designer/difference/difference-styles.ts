import { css } from 'lit';

export const differenceStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 300px;
    flex: 1;
    min-width: 0;
    min-height: 0;
  }
  .pictures {
    display: grid;
    /* Flows run from left to right: one above the other, both are as wide as can be. */
    grid-auto-rows: minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
  }
  figure {
    position: relative;
    display: grid;
    min-width: 0;
    min-height: 0;
  }
  figure + figure {
    border-top: 1px solid var(--rl-line);
  }
  figcaption {
    position: absolute;
    left: 12px;
    top: 10px;
    z-index: 2;
    padding: 1px 8px;
    border-radius: var(--rl-radius);
    background: var(--rl-surface);
    box-shadow: 0 0 0 1px var(--rl-line);
    font-size: var(--rl-size-small);
    font-weight: 500;
  }
  aside {
    min-height: 0;
    padding: 0 8px 16px;
    border-left: 1px solid var(--rl-line);
    background: var(--rl-surface);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  @media (max-width: 1080px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(200px, 1fr) minmax(120px, 40%);
    }
    aside {
      border-left: 0;
      border-top: 1px solid var(--rl-line);
    }
  }
`;
