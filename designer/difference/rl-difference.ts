import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-problem.ts';
import '../../web/components/rl-skeleton.ts';
import '../canvas/rl-diagram.ts';
import type { RlDiagram } from '../canvas/rl-diagram.ts';
import type { MarkClasses } from '../modules/marks/marks.ts';
import { differenceOf, type Change } from './difference.ts';
import { differenceStyles } from './difference-styles.ts';
import './rl-flow-changes.ts';

/**
 * Two diagrams side by side, one moved with the other, and what is different between them in words. Fires
 * `rl-compared` with `detail: {changes}`.
 */
@customElement('rl-difference')
export class RlDifference extends LitElement {
  @property() older = '';
  @property() newer = '';
  @property({ attribute: 'older-label' }) olderLabel = '';
  @property({ attribute: 'newer-label' }) newerLabel = '';
  @state() private changes: Change[] | undefined;
  @state() private selected = '';
  @state() private error: unknown;
  @query('.before rl-diagram') private left!: RlDiagram;
  @query('.after rl-diagram') private right!: RlDiagram;
  private classesBefore: MarkClasses = new Map();
  private classesAfter: MarkClasses = new Map();
  private isFollowing = false;

  static override styles = [base, differenceStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if ((changed.has('older') || changed.has('newer')) && this.older && this.newer) void this.compare();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.compare()}></rl-problem>`;
    return html`<div class="pictures">${this.renderSide('before')} ${this.renderSide('after')}</div>
      <aside aria-label=${t('designer.diff.list')}>
        ${
          this.changes
            ? html`<rl-flow-changes
                .changes=${this.changes}
                selected=${this.selected}
                @rl-focus=${(event: CustomEvent<{ element: string }>) => this.focusOn(event.detail.element)}
              ></rl-flow-changes>`
            : html`<rl-skeleton rows="4"></rl-skeleton>`
        }
      </aside>`;
  }

  private renderSide(side: 'before' | 'after') {
    const isBefore = side === 'before';
    const label = isBefore ? this.olderLabel : this.newerLabel;
    return html`<figure class=${side}>
      <figcaption>${label}</figcaption>
      ${
        this.older && this.newer
          ? html`<rl-diagram
              .xml=${isBefore ? this.older : this.newer}
              .classes=${isBefore ? this.classesBefore : this.classesAfter}
              label=${t('designer.diagram', { name: label })}
              @rl-view=${() => this.follow(side)}
              @rl-opened=${() => this.follow('after')}
              @rl-select=${(event: CustomEvent<{ element: string }>) => (this.selected = event.detail.element)}
            ></rl-diagram>`
          : nothing
      }
    </figure>`;
  }

  private async compare(): Promise<void> {
    this.error = undefined;
    this.changes = undefined;
    try {
      const changes = await differenceOf(this.older, this.newer);
      const classes = new Map(changes.map(({ element, kind }) => [element, `rl-${kind}`]));
      this.classesBefore = classes;
      this.classesAfter = classes;
      this.changes = changes;
      this.dispatchEvent(new CustomEvent('rl-compared', { detail: { changes } }));
    } catch (error) {
      this.error = error;
    }
  }

  private focusOn(element: string): void {
    this.selected = element;
    const isGone = this.changes?.find((change) => change.element === element)?.kind === 'removed';
    (isGone ? this.left : this.right).focusOn(element);
  }

  /** Both show the same part of the plane. */
  private follow(side: 'before' | 'after'): void {
    if (this.isFollowing) return;
    const [from, to] = side === 'before' ? [this.left, this.right] : [this.right, this.left];
    const box = from.view();
    if (!box || box.width === 0) return;
    this.isFollowing = true;
    to.view(box);
    this.isFollowing = false;
  }
}
