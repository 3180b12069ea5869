import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-icon.ts';
import { changeName, detailPlace, detailValue } from './change-words.ts';
import type { Change, ChangeKind, Detail } from './difference.ts';

/**
 * The changes as sentences, by kind, in the words of the properties panel; what stands in the file is shown where the
 * pointer rests. A click fires `rl-focus` with `detail: {element}`.
 */
@customElement('rl-flow-changes')
export class RlFlowChanges extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta: Meta | undefined;
  @property({ attribute: false }) changes: readonly Change[] = [];
  @property() selected = '';
  /** Where there is no diagram to look at. */
  @property({ type: Boolean }) readonly = false;

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      h3 {
        display: flex;
        align-items: center;
        gap: 6px;
        padding: 12px 8px 4px;
        color: var(--rl-muted);
        font-size: var(--rl-size-label);
        font-weight: 500;
      }
      h3::before {
        content: '';
        width: 8px;
        height: 8px;
        border-radius: 2px;
        background: var(--mark);
      }
      .added {
        --mark: var(--rl-good);
      }
      .removed {
        --mark: var(--rl-bad);
      }
      .changed {
        --mark: var(--rl-warn);
      }
      .moved {
        --mark: var(--rl-violet);
      }
      button {
        display: block;
        width: 100%;
        padding: 4px 8px;
        border: 0;
        border-radius: var(--rl-radius);
        background: none;
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
      }
      .change {
        padding: 4px 8px;
      }
      button:hover {
        background: var(--rl-hover);
      }
      button[aria-current] {
        background: var(--rl-accent-soft);
      }
      .name {
        font-weight: 500;
      }
      .detail {
        display: block;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        overflow-wrap: anywhere;
      }
      del {
        color: var(--rl-bad-text);
      }
      ins {
        color: var(--rl-good-text);
        text-decoration: none;
      }
      p {
        padding: 12px 8px;
        color: var(--rl-muted);
      }
    `,
  ];

  protected override render() {
    if (this.changes.length === 0) return html`<p>${t('designer.diff.none')}</p>`;
    return [...Map.groupBy(this.changes, (change) => change.kind)].map(([kind, changes]) =>
      this.renderKind(kind, changes),
    );
  }

  private renderKind(kind: ChangeKind, changes: Change[]) {
    return html`<section class=${kind}>
      <h3>${t(`designer.diff.${kind}`, { count: changes.length })}</h3>
      <ul>
        ${changes.map((change) => html`<li>${this.renderChange(change)}</li>`)}
      </ul>
    </section>`;
  }

  private renderChange(change: Change) {
    const told = html`<span class="name">${changeName(change)}</span>
      ${change.details.slice(0, 12).map((detail) => this.renderDetail(detail, change))}`;
    if (this.readonly) return html`<div class="change">${told}</div>`;
    return html`<button
      type="button"
      aria-current=${change.element === this.selected ? 'true' : nothing}
      @click=${() => this.choose(change.element)}
    >
      ${told}
    </button>`;
  }

  private renderDetail(detail: Detail, change: Change) {
    const { meta } = this;
    const words = (side: 'before' | 'after'): string => detailValue(detail, { change, side, meta });
    return html`<span class="detail"
      >${detailPlace(detail, change, meta)}:
      ${detail.before ? html`<del title=${detail.before}>${words('before')}</del> → ` : nothing}<ins
        title=${detail.after || nothing}
        >${words('after')}</ins
      ></span
    >`;
  }

  private choose(element: string): void {
    this.dispatchEvent(new CustomEvent('rl-focus', { detail: { element } }));
  }
}
