import { css } from 'lit';

export const fieldTreeStyles = css`
  :host {
    display: inline-flex;
  }
  .control.value {
    display: flex;
    align-items: center;
    gap: 4px;
    text-align: left;
    cursor: pointer;
  }
  .control.value.none {
    color: var(--rl-muted);
  }
  [popover] {
    width: min(340px, calc(100vw - 16px));
    padding: 8px;
    border: 0;
    border-radius: var(--rl-radius-card);
    background: var(--rl-surface);
    color: inherit;
    box-shadow: var(--rl-shadow-float);
    overflow: hidden;
  }
  [popover]:popover-open {
    display: flex;
    flex-direction: column;
    gap: 6px;
  }
  [role='tree'] {
    min-height: 0;
    max-height: 320px;
    overflow: auto;
  }
  .group {
    padding: 6px 6px 2px;
    color: var(--rl-muted);
    font-size: var(--rl-size-label);
  }
  .line {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: var(--rl-control);
    padding: 0 6px 0 2px;
    border-radius: 5px;
    cursor: pointer;
  }
  .line.active {
    background: var(--rl-hover);
  }
  .line .small {
    max-width: 45%;
  }
  .twist {
    display: grid;
    place-items: center;
    flex: none;
    width: 18px;
    height: 24px;
    color: var(--rl-muted);
  }
  .depth-1 {
    padding-left: 16px;
  }
  .depth-2 {
    padding-left: 30px;
  }
  .depth-3 {
    padding-left: 44px;
  }
  .depth-4 {
    padding-left: 58px;
  }
  .depth-5 {
    padding-left: 72px;
  }
  .note {
    margin: 8px;
    color: var(--rl-muted);
  }
`;
