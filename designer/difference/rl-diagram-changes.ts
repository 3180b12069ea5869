import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import '../texts.ts';
import { differenceOf, type Change } from './difference.ts';
import './rl-flow-changes.ts';

/** What of one diagram is otherwise in another, in words, where no diagram is shown: in the audit, in a plan. */
@customElement('rl-diagram-changes')
export class RlDiagramChanges extends LitElement {
  @property() older = '';
  @property() newer = '';
  @state() private changes: readonly Change[] | undefined;
  @state() private isOther = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('older') || changed.has('newer')) void this.compare();
  }

  protected override render() {
    if (this.isOther) return t('audit.diagram');
    return this.changes
      ? html`<rl-flow-changes readonly .changes=${this.changes}></rl-flow-changes>`
      : nothing;
  }

  /** A file of another kind, such as a decision, or one that cannot be read is only said to differ. */
  private async compare(): Promise<void> {
    try {
      this.changes = await differenceOf(this.older, this.newer);
      this.isOther = false;
    } catch {
      this.isOther = true;
    }
  }
}
