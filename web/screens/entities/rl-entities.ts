import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './rl-entity-list.ts';
import './rl-entity-page.ts';

/** All entities, or one of them. */
@customElement('rl-entities')
export class RlEntities extends LitElement {
  /** The entity shown; the list when empty. */
  @property({ attribute: 'entity-id' }) entityId = '';

  protected override render() {
    return this.entityId
      ? html`<rl-entity-page entity-id=${this.entityId}></rl-entity-page>`
      : html`<rl-entity-list></rl-entity-list>`;
  }
}
