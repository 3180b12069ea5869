import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { EntityUse } from '../../data/entities.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-icon.ts';

const icons: Record<string, string> = {
  screen: 'table-2',
  view: 'funnel',
  flow: 'workflow',
  role: 'shield',
  formula: 'sigma',
  rollup: 'sigma',
  rule: 'circle-check',
  unique: 'circle-check',
  import: 'upload',
  relation: 'link',
  search: 'search',
};

/** Places that use an entity or a field, each with the way there. */
@customElement('rl-use-list')
export class RlUseList extends LitElement {
  @property({ attribute: false }) uses: EntityUse[] = [];
  /** Says also which field. */
  @property({ attribute: false }) fieldName: ((id: string | undefined) => string) | undefined;

  static override styles = [
    base,
    css`
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 28px;
      }
      rl-icon {
        color: var(--rl-muted);
      }
      .broken rl-icon {
        color: var(--rl-bad-text);
      }
      a {
        color: var(--rl-accent-text);
      }
      a:hover {
        text-decoration: underline;
      }
      .field {
        flex: none;
        width: 150px;
      }
    `,
  ];

  protected override render() {
    return html`<ul>
      ${this.uses.map(
        (use) =>
          html`<li class=${this.fieldName ? '' : use.isBroken ? 'broken' : ''}>
            <rl-icon name=${icons[use.kind] ?? 'circle-dot'}></rl-icon>
            ${this.fieldName ? html`<span class="field truncate">${this.fieldName(use.field)}</span>` : nothing}
            <span class="muted">${use.kindText}</span>
            <span class="truncate"
              >${use.href ? html`<a href=${use.href}>${use.name}</a>` : use.name}${
                use.place ? html` <span class="muted">· ${use.place}</span>` : nothing
              }</span
            >
          </li>`,
      )}
    </ul>`;
  }
}
