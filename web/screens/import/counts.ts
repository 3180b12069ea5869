import { css, html, type TemplateResult } from 'lit';
import { formatNumber } from '../../data/i18n.ts';

export interface Count {
  label: string;
  count: number;
  /** Says more than zero is good, or is not. */
  tone?: 'good' | 'bad';
}

/** Numbers side by side; those that are zero and say nothing are left out. */
export const renderCounts = (counts: readonly Count[]): TemplateResult =>
  html`<dl class="counts">
    ${counts
      .filter(({ count, tone }) => count > 0 || tone === 'good')
      .map(
        ({ label, count, tone }) =>
          html`<div>
            <dt>${label}</dt>
            <dd class=${count > 0 && tone ? tone : ''}>${formatNumber(count)}</dd>
          </div>`,
      )}
  </dl>`;

export const countStyles = css`
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 40px;
    margin-block: 20px;
  }
  .counts dt {
    color: var(--rl-muted);
  }
  .counts dd {
    font-size: 20px;
    line-height: 28px;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  .counts .good {
    color: var(--rl-good-text);
  }
  .counts .bad {
    color: var(--rl-bad-text);
  }
`;
