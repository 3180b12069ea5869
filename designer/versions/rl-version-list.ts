import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-avatar.ts';
import '../../web/components/rl-tag.ts';
import '../../web/components/rl-time.ts';
import { nameOfPerson, type FlowVersionItem } from '../data/flows.ts';

export type ListedVersion = Pick<FlowVersionItem, 'version' | 'deployedAt' | 'deployedBy'> &
  Partial<Pick<FlowVersionItem, 'note' | 'restores'>>;

/** Versions with who made them, when and why. Fires `rl-select` with `detail: {version}`. */
@customElement('rl-version-list')
export class RlVersionList extends LitElement {
  @property({ attribute: false }) versions: readonly ListedVersion[] = [];
  @property({ type: Number }) selected = 0;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      ol {
        margin: 0;
        padding: 8px;
        list-style: none;
      }
      button {
        display: grid;
        gap: 2px;
        width: 100%;
        padding: 8px;
        border: 0;
        border-radius: var(--rl-radius);
        background: none;
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
      }
      button:hover {
        background: var(--rl-hover);
      }
      button[aria-current] {
        background: var(--rl-accent-soft);
      }
      .head,
      .by {
        display: flex;
        align-items: center;
        gap: 6px;
        min-width: 0;
      }
      .number {
        font-weight: 500;
        text-align: left;
      }
      .by {
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      .note {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      button[aria-current] .by {
        color: var(--rl-text);
      }
    `,
  ];

  protected override render() {
    return html`<ol aria-label=${t('designer.versions')}>
      ${this.versions.map((version, index) => html`<li>${this.renderVersion(version, index === 0)}</li>`)}
    </ol>`;
  }

  private renderVersion(item: ListedVersion, isNewest: boolean) {
    const { version, deployedBy, deployedAt, note, restores } = item;
    const who = nameOfPerson(deployedBy);
    return html`<button
      type="button"
      aria-current=${version === this.selected ? 'true' : nothing}
      @click=${() => this.dispatchEvent(new CustomEvent('rl-select', { detail: { version } }))}
    >
      <span class="head"
        ><span class="number">${t('designer.version', { version })}</span>
        ${isNewest ? html`<rl-tag tone="good">${t('designer.versions.runs')}</rl-tag>` : nothing}
        ${restores ? html`<rl-tag>${t('designer.versions.restored', { version: restores })}</rl-tag>` : nothing}</span
      >
      ${note ? html`<span class="note">${note}</span>` : nothing}
      <span class="by"
        ><rl-avatar name=${who}></rl-avatar><span class="truncate">${who}</span
        ><rl-time value=${deployedAt}></rl-time
      ></span>
    </button>`;
  }
}
