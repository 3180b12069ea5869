import { css } from 'lit';

export const calendarStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .tools h2 {
    min-width: 150px;
    font-weight: 600;
  }
  .week {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    flex: none;
    border-bottom: 1px solid var(--rl-line);
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  .week span {
    padding: 4px 8px;
  }
  .days {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    /* Room for the day and four lines, of which the last may say how many more there are. */
    grid-auto-rows: minmax(140px, 1fr);
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .day {
    display: flex;
    flex-direction: column;
    gap: 2px;
    min-width: 0;
    padding: 4px;
    border-right: 1px solid var(--rl-line);
    border-bottom: 1px solid var(--rl-line);
    overflow: hidden;
  }
  .long .day {
    overflow: auto;
  }
  .day:nth-child(7n) {
    border-right: 0;
  }
  .day.other {
    background: var(--rl-sunken);
  }
  .day.over {
    background: var(--rl-accent-soft);
  }
  .number {
    align-self: flex-start;
    min-width: 22px;
    padding: 0 4px;
    border-radius: 11px;
    font-size: var(--rl-size-small);
    text-align: center;
    color: var(--rl-muted);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .weekday {
    display: none;
    color: var(--rl-muted);
    font-size: var(--rl-size-small);
  }
  .today .number {
    background: var(--rl-accent);
    color: var(--rl-on-accent);
    font-weight: 500;
  }
  .entry {
    display: flex;
    align-items: center;
    gap: 5px;
    flex: none;
    min-width: 0;
    height: 24px;
    padding: 0 6px;
    border-radius: 4px;
    background: var(--rl-hover);
    font-size: var(--rl-size-small);
  }
  .entry time {
    flex: none;
    color: var(--rl-muted);
    font-variant-numeric: tabular-nums;
  }
  .gap {
    flex: none;
    height: 24px;
  }
  /* A bar through the days: its name stands where it begins, and again on Mondays. */
  .goes-on {
    margin-left: -4px;
    border-top-left-radius: 0;
    border-bottom-left-radius: 0;
  }
  .is-on {
    margin-right: -4px;
    border-top-right-radius: 0;
    border-bottom-right-radius: 0;
  }
  .goes-on:not(.monday) > * {
    opacity: 0;
  }
  .goes-on:not(.monday):is(:hover, :focus-visible) > * {
    opacity: 1;
  }
  .entry:hover {
    outline: 1px solid var(--rl-line-strong);
  }
  .more {
    min-height: 24px;
    padding: 0 6px;
    border: 0;
    background: none;
    color: var(--rl-muted);
    font: inherit;
    font-size: var(--rl-size-small);
    text-align: left;
    cursor: pointer;
  }
  .nothing {
    display: none;
    color: var(--rl-muted);
  }
  .empty {
    padding: 24px 16px;
    color: var(--rl-muted);
  }
  @media (max-width: 720px) {
    .week {
      display: none;
    }
    .days {
      display: block;
    }
    .day {
      padding: 8px 12px;
      border-right: 0;
    }
    .day.none:not(.today) {
      display: none;
    }
    .nothing {
      display: block;
      padding: 4px 6px;
    }
    .number {
      font-weight: 500;
    }
    .weekday {
      display: block;
    }
    .gap {
      display: none;
    }
    .goes-on,
    .is-on {
      margin: 0;
      border-radius: 4px;
    }
    .goes-on:not(.monday) > * {
      opacity: 1;
    }
    .entry {
      height: 36px;
      font-size: var(--rl-size);
    }
    .tools h2 {
      min-width: 0;
    }
  }
`;
