import { css } from 'lit';

export const formEditorStyles = css`
  .row {
    display: flex;
    align-items: center;
    gap: 2px;
    min-height: var(--rl-row);
    border-bottom: 1px solid var(--rl-line);
  }
  .row.over {
    box-shadow: inset 0 2px 0 var(--rl-accent);
  }
  .row.dragged {
    opacity: 0.5;
  }
  .grip {
    width: 22px;
    color: var(--rl-muted);
    cursor: grab;
  }
  .name {
    justify-content: flex-start;
    min-width: 0;
    padding: 0 4px;
    color: var(--rl-text);
  }
  .name .small {
    margin-left: auto;
    white-space: nowrap;
  }
  .card {
    margin: 6px 0 8px;
  }
`;
