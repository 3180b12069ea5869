import { ContextProvider } from '@lit/context';
import { LitElement, css, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { metaContext } from '../../context/meta.ts';
import { lookThrough } from '../../data/client.ts';
import { base } from '../../styles/base.ts';
import type { RlParts } from '../record/rl-parts.ts';
import { deepElements } from './deep-elements.ts';
import type { PreviewMessage, PreviewReady } from './preview-message.ts';
import { previewPart, type PreviewPart } from './preview-part.ts';

/** The drafted screen as readers will see it, in a frame of the designer, which tells what to show. */
@customElement('rl-screen-preview')
export class RlScreenPreview extends LitElement {
  @state() private message: PreviewMessage | undefined;
  @state() private shown: PreviewPart | undefined;
  private readonly provider = new ContextProvider(this, { context: metaContext });

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
        overflow: hidden;
      }
      :host > * {
        flex: 1;
        min-height: 0;
      }
    `,
  ];

  private readonly onMessage = (event: MessageEvent<PreviewMessage>): void => {
    if (event.origin !== location.origin || event.data?.type !== 'rl-preview') return;
    void this.show(event.data);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('message', this.onMessage);
    const ready: PreviewReady = { type: 'rl-preview-ready' };
    parent.postMessage(ready, location.origin);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('message', this.onMessage);
  }

  protected override render() {
    return this.shown ? keyed(this.shown.key, this.shown.template) : nothing;
  }

  private async show(message: PreviewMessage): Promise<void> {
    this.message = message;
    document.body.inert = !message.isTrying;
    lookThrough(message.role);
    const part = previewPart(message);
    await part?.load();
    if (message !== this.message) return;
    this.provider.setValue({ ...message.meta, isDraft: true });
    if (part && part.key !== this.shown?.key) this.shown = part;
    if (message.reveal) void this.updateComplete.then(() => this.reveal(message.reveal!));
  }

  /** A part in another tab comes to the front, and into sight. */
  private reveal(id: string): void {
    for (const element of deepElements(document, 'rl-parts')) (element as RlParts).reveal(id); // by its name
    setTimeout(() => {
      const [found] = deepElements(document, `[data-node="${CSS.escape(id)}"]`);
      found?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    }, 60);
  }
}
