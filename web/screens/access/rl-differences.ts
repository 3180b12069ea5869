import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { differenceText, placeWords } from './place-words.ts';

export interface Difference {
  path: string[];
  before: unknown;
  after: unknown;
}

/** What became different in a definition, place by place: before and after, in words. */
@customElement('rl-differences')
export class RlDifferences extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) differences: readonly Difference[] = [];
  /** Of the definition. */
  @property() kind = '';
  @property({ attribute: 'definition' }) definition = '';
  /** How many are told; of the others how many they are. */
  @property({ type: Number }) most = 8;

  static override styles = [
    base,
    css`
      ul {
        margin: 0;
        padding: 0;
        color: var(--rl-muted);
        list-style: none;
        overflow-wrap: anywhere;
      }
      b {
        color: var(--rl-text);
        font-weight: 500;
      }
    `,
  ];

  protected override render() {
    const { differences, most, meta, kind, definition: id } = this;
    const others = differences.length - most;
    return html`<ul>
      ${differences
        .slice(0, most)
        .map(
          ({ path, before, after }) =>
            html`<li>
              ${placeWords({ meta, kind, id, path })}:
              ${before === null ? nothing : html`<s>${differenceText(before)}</s> → `}<b
                >${differenceText(after)}</b
              >
            </li>`,
        )}
      ${others > 0 ? html`<li>${t('audit.others', { count: others })}</li>` : nothing}
    </ul>`;
  }
}
