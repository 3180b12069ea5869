import { html, nothing } from 'lit';
import type { Meta } from '../../web/data/meta.ts';
import type { Desk } from '../screens/desk.ts';

/** Whether the flow at the desk is tried in place of drawn. */
export class Trying {
  private readonly desk: Desk;
  /** The diagram as it was drawn when the trial was opened; empty while it is drawn. */
  private xml = '';

  constructor(desk: Desk) {
    this.desk = desk;
  }

  get isOpen(): boolean {
    return this.xml !== '';
  }

  async toggle(): Promise<void> {
    this.xml = this.isOpen ? '' : await this.desk.read();
    this.desk.requestUpdate();
  }

  /** Loaded when first asked for. */
  render(meta: Meta) {
    if (!this.isOpen) return nothing;
    void import('./rl-trial.ts');
    return html`<rl-trial flow-key=${this.desk.flow.key} .xml=${this.xml} .meta=${meta}></rl-trial>`;
  }
}
