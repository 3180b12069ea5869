import { css } from 'lit';

/** Class `control` for native inputs, selects and text areas. */
export const controls = css`
  .control {
    display: block;
    width: 100%;
    min-width: 0;
    height: var(--rl-control);
    padding: 0 8px;
    border: 1px solid var(--rl-line-strong);
    border-radius: var(--rl-radius);
    background: var(--rl-surface);
    color: var(--rl-text);
    font: inherit;
    text-overflow: ellipsis;
  }
  select.control {
    padding-right: 4px;
  }
  textarea.control {
    height: auto;
    min-height: 72px;
    max-height: 60vh;
    /* As much as is written: what stands in it already is read without scrolling. */
    field-sizing: content;
    padding: 4px 8px;
    resize: vertical;
  }
  .control::placeholder {
    color: var(--rl-muted);
    opacity: 1;
  }
  .control:focus {
    border-color: var(--rl-accent);
    outline: 2px solid var(--rl-accent-soft);
    outline-offset: 0;
  }
  .control[aria-invalid='true'] {
    border-color: var(--rl-bad);
  }
  .control:disabled,
  .control[readonly] {
    background: var(--rl-sunken);
    color: var(--rl-muted);
  }
  input[type='checkbox'],
  input[type='radio'] {
    width: 15px;
    height: 15px;
    margin: 0;
    accent-color: var(--rl-accent);
  }
  input[type='date'].control,
  input[type='datetime-local'].control {
    font-variant-numeric: tabular-nums;
  }
  label.field {
    display: block;
  }
  .field-label {
    display: block;
    margin-bottom: 4px;
    color: var(--rl-muted);
  }
  .field-error {
    margin-top: 4px;
    color: var(--rl-bad-text);
    font-size: var(--rl-size-small);
  }
  @media (max-width: 720px) {
    /* Safari zooms into inputs whose text is below 16 px. */
    .control {
      font-size: 16px;
    }
  }
`;
