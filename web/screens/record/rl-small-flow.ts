import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { loadVersionXml } from '../../data/flows.ts';
import type { InstanceItem } from '../../data/instances.ts';
import { navigate } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';

/** Where one running flow stands, on its diagram. The viewer and the file are loaded when it comes in sight. */
@customElement('rl-small-flow')
export class RlSmallFlow extends LitElement {
  @property({ attribute: false }) item!: InstanceItem;
  @state() private xml: string | undefined;
  private readonly sight = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && void this.load(),
  );

  static override styles = [
    base,
    css`
      :host {
        display: block;
        height: 128px;
        margin: 4px 0 8px;
        overflow: hidden;
        border-radius: var(--rl-radius);
        background: var(--rl-sunken);
        cursor: pointer;
      }
      :host([hidden]) {
        display: none;
      }
      rl-diagram {
        height: 100%;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.sight.observe(this);
    this.addEventListener('click', this.open);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sight.disconnect();
    this.removeEventListener('click', this.open);
  }

  protected override render() {
    if (this.xml === undefined) return nothing;
    const byElement = Map.groupBy(this.item.tokens, ({ element }) => element);
    const elements = [...byElement.keys()];
    const isStopped = this.item.state === 'incident';
    return html`<rl-diagram
      small
      .xml=${this.xml}
      .label=${this.item.flowName ?? this.item.flow}
      .badges=${[...byElement].map(([element, tokens]) => ({
        element,
        text: isStopped ? '!' : String(tokens.length),
        title: tokens[0]?.name ?? '',
        isIncident: isStopped,
      }))}
      .marks=${{ taken: [], active: isStopped ? [] : elements, incidents: isStopped ? elements : [] }}
    ></rl-diagram>`;
  }

  private readonly open = (): void => navigate(`/instances/${this.item.id}`);

  private async load(): Promise<void> {
    this.sight.disconnect();
    const { flow, version } = this.item;
    try {
      const [xml] = await Promise.all([
        loadVersionXml(flow, version),
        import('../../../designer/canvas/rl-diagram.ts'),
      ]);
      this.xml = xml;
    } catch {
      // The name of the step stands beside it: without its picture the page still tells where the flow is.
      this.hidden = true;
    }
  }
}
