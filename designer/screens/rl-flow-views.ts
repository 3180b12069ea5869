import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-icon.ts';

/** What of a flow is shown: its drawing, its versions, or how it runs. */
export type FlowView = 'draw' | 'versions' | 'monitor';

const icons: Record<FlowView, string> = { draw: 'pencil', versions: 'history', monitor: 'activity' };

/** Links between the views of a flow. */
@customElement('rl-flow-views')
export class RlFlowViews extends LitElement {
  @property({ attribute: 'flow-key' }) flowKey = '';
  @property() view: FlowView = 'draw';
  /** What was never deployed has no versions and does not run. */
  @property({ type: Boolean }) deployed = false;

  static override styles = [
    base,
    css`
      nav {
        display: flex;
        gap: 2px;
        padding: 2px;
        border-radius: var(--rl-radius-card);
        background: var(--rl-sunken);
      }
      a {
        display: flex;
        align-items: center;
        gap: 6px;
        height: 24px;
        padding: 0 10px;
        border-radius: var(--rl-radius);
        color: var(--rl-muted);
        font-weight: 500;
        white-space: nowrap;
      }
      a:hover {
        color: var(--rl-text);
      }
      a[aria-current] {
        background: var(--rl-surface);
        color: var(--rl-text);
        box-shadow: 0 0 0 1px var(--rl-line);
      }
      @media (max-width: 900px) {
        span {
          display: none;
        }
        a {
          height: 32px;
        }
      }
    `,
  ];

  protected override render() {
    if (!this.deployed) return nothing;
    return html`<nav aria-label=${t('designer.views')}>
      ${(['draw', 'versions', 'monitor'] as const).map(
        (view) =>
          html`<a
            href=${`/flows/${encodeURIComponent(this.flowKey)}${view === 'draw' ? '' : `?view=${view}`}`}
            aria-current=${view === this.view ? 'page' : nothing}
            aria-label=${t(`designer.view.${view}`)}
            title=${t(`designer.view.${view}`)}
            ><rl-icon name=${icons[view]}></rl-icon><span>${t(`designer.view.${view}`)}</span></a
          >`,
      )}
    </nav>`;
  }
}
