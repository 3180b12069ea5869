import { css } from 'lit';

export const pickerStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .box {
    position: relative;
  }
  .control {
    padding-right: 26px;
  }
  .box button,
  .caret {
    position: absolute;
    top: 0;
    right: 0;
    display: grid;
    place-items: center;
    width: 26px;
    height: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: var(--rl-muted);
    cursor: pointer;
  }
  .caret {
    padding: 6px 5px;
    height: var(--rl-control);
    pointer-events: none;
  }
  .box button rl-icon {
    width: 14px;
    height: 14px;
  }
  [popover] {
    max-width: min(420px, calc(100vw - 16px));
    padding: 4px;
    border: 0;
    border-radius: 8px;
    background: var(--rl-surface);
    color: inherit;
    box-shadow: var(--rl-shadow-float);
    overflow: auto;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: var(--rl-control);
    padding: 3px 8px;
    border-radius: 5px;
    cursor: pointer;
  }
  .choice.active {
    background: var(--rl-hover);
  }
  .choice > rl-icon {
    margin-left: auto;
    color: var(--rl-muted);
  }
  .hint {
    flex: 1;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
    text-align: right;
  }
  .note {
    padding: 6px 8px;
    color: var(--rl-muted);
  }
`;
