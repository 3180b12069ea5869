import { css } from 'lit';

export const templateStyles = css`
  :host {
    display: block;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-bottom: 8px;
  }
  .tools rl-picker {
    flex: 0 1 260px;
  }
  .halves {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 16px;
    min-height: 56vh;
  }
  textarea.control {
    height: 100%;
    min-height: 320px;
    font-family: var(--rl-mono);
    font-size: 12px;
    line-height: 1.5;
    resize: vertical;
  }
  section {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  iframe {
    flex: 1;
    width: 100%;
    min-height: 320px;
    margin-top: 8px;
    border: 1px solid var(--rl-line);
    border-radius: var(--rl-radius);
    background: #fff;
  }
  pre {
    overflow: auto;
    margin: 8px 0 0;
    font: inherit;
    white-space: pre-wrap;
  }
  p.small {
    margin-top: 8px;
  }
  @media (max-width: 900px) {
    .halves {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
