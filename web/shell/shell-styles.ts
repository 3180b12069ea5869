import { css } from 'lit';

export const shellStyles = css`
  :host {
    display: flex;
    height: 100dvh;
    background: var(--rl-page);
  }
  .column {
    flex: none;
    border-right: 1px solid var(--rl-line);
  }
  main {
    flex: 1;
    min-width: 0;
    min-height: 0;
  }
  main:focus-visible {
    outline: none;
  }
  @media print {
    :host {
      display: block;
      height: auto;
      background: none;
    }
    .column,
    .bottom,
    .skip {
      display: none !important;
    }
  }
  .skip {
    position: absolute;
    top: -60px;
    left: 8px;
    z-index: 70;
    padding: 6px 12px;
    background: var(--rl-surface);
    border-radius: var(--rl-radius);
    box-shadow: var(--rl-shadow-float);
  }
  .skip:focus-within {
    top: 8px;
  }
  dialog {
    width: var(--rl-nav);
    height: 100dvh;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--rl-sunken);
    --rl-nav: 264px;
    --rl-control: 36px;
  }
  dialog::backdrop {
    background: var(--rl-backdrop);
  }
  .bottom {
    display: none;
  }
  @media (max-width: 720px) {
    :host {
      flex-direction: column;
    }
    .column {
      display: none;
    }
    .bottom {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      flex: none;
      padding-bottom: env(safe-area-inset-bottom);
      border-top: 1px solid var(--rl-line);
      background: var(--rl-surface);
    }
    .bottom > * {
      position: relative;
      display: grid;
      justify-items: center;
      align-content: center;
      gap: 2px;
      height: 54px;
      padding: 0 2px;
      border: 0;
      background: none;
      color: var(--rl-muted);
      font: inherit;
      font-size: 11px;
      line-height: 14px;
    }
    .bottom span {
      max-width: 100%;
    }
    .bottom rl-icon {
      width: 20px;
      height: 20px;
    }
    .bottom [aria-current] {
      color: var(--rl-accent-text);
    }
    .bottom b {
      position: absolute;
      top: 5px;
      left: calc(50% + 6px);
      min-width: 16px;
      padding: 0 4px;
      border-radius: 8px;
      background: var(--rl-accent);
      color: var(--rl-on-accent);
      font-size: 10px;
      font-weight: 600;
      line-height: 16px;
      text-align: center;
    }
  }
`;
