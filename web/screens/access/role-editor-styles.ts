import { css } from 'lit';

export const roleEditorStyles = css`
  :host {
    display: block;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-height: 36px;
  }
  header h2 {
    font-size: 15px;
  }
  .title {
    width: 240px;
    font-size: 15px;
    font-weight: 600;
  }
  .about {
    max-width: 72ch;
    margin: 4px 0 12px;
    color: var(--rl-muted);
  }
  rl-role-matrix + h2 {
    margin: 24px 0 8px;
  }
  .permissions {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(300px, 1fr));
    gap: 2px 16px;
  }
  .permissions label {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    padding: 4px 0;
  }
  .permissions input {
    flex: none;
    margin-top: 3px;
  }
  .save {
    position: sticky;
    bottom: -48px;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-top: 16px;
    padding: 10px 12px;
    border-radius: var(--rl-radius-card);
    background: var(--rl-surface);
    box-shadow: var(--rl-shadow-float);
  }
`;
