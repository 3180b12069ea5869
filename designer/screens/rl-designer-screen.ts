import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import { may, type Meta } from '../../web/data/meta.ts';
import { queryParam, routeChanged } from '../../web/shell/router.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-bar.ts';
import '../../web/components/rl-empty.ts';
import '../../web/components/rl-problem.ts';
import { openFlow, type OpenFlow } from './open-flow.ts';
import './rl-flow-editor.ts';
import './rl-flow-viewer.ts';
import type { FlowView } from './rl-flow-views.ts';

/** Finds what to show of a flow: what is drawn, its versions (`?view=versions`), how it runs (`?view=monitor`). */
@customElement('rl-designer-screen')
export class RlDesignerScreen extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: 'flow-key' }) flowKey = '';
  @state() private flow: OpenFlow | null | undefined;
  @state() private view: FlowView = 'draw';
  @state() private error: unknown;
  private version: number | undefined;
  private opened = 0;
  /** The canvas measures what it draws: it is made once it can be seen, and stays while another view is shown. */
  private isDrawn = false;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      rl-flow-editor,
      rl-flow-viewer,
      rl-versions-screen,
      rl-monitor-screen {
        flex: 1;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    routeChanged.addEventListener('change', this.onRoute);
    this.look();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    routeChanged.removeEventListener('change', this.onRoute);
  }

  protected override render() {
    if (this.error) {
      return html`${this.renderBar()}<rl-problem .error=${this.error} @rl-retry=${this.load}></rl-problem>`;
    }
    if (this.flow === undefined || !this.meta) return this.renderBar();
    if (this.flow === null) {
      return html`${this.renderBar()}<rl-empty
          icon="workflow"
          heading=${t('designer.unknown')}
          text=${t('designer.unknown.text', { key: this.flowKey })}
          ><a class="button" href="/flows">${t('designer.unknown.back')}</a></rl-empty
        >`;
    }
    return html`${this.renderDrawing(this.flow)} ${this.renderView(this.flow)}`;
  }

  private renderDrawing(flow: OpenFlow) {
    this.isDrawn ||= this.view === 'draw';
    if (!this.isDrawn) return nothing;
    const isHidden = this.view !== 'draw';
    return keyed(
      this.opened,
      flow.isReadOnly
        ? html`<rl-flow-viewer ?hidden=${isHidden} .flow=${flow} @rl-reopen=${this.reopen}></rl-flow-viewer>`
        : html`<rl-flow-editor
            ?hidden=${isHidden}
            .flow=${flow}
            .meta=${this.meta}
            @rl-reopen=${this.reopen}
          ></rl-flow-editor>`,
    );
  }

  private renderView(flow: OpenFlow) {
    if (this.view === 'versions')
      return html`<rl-versions-screen
        .flow=${flow}
        .meta=${this.meta}
        @rl-reopen=${this.reopen}
      ></rl-versions-screen>`;
    if (this.view === 'monitor')
      return html`<rl-monitor-screen .flow=${flow} .meta=${this.meta}></rl-monitor-screen>`;
    return nothing;
  }

  private renderBar() {
    const crumbs = [{ label: t('designer.flows'), href: '/flows' }];
    return html`<rl-bar .crumbs=${crumbs} heading=${this.flowKey}></rl-bar>`;
  }

  private readonly reopen = (event: CustomEvent<{ flow?: OpenFlow }>): void => {
    if (!event.detail.flow) return void this.load();
    this.opened += 1;
    this.flow = event.detail.flow;
  };

  private readonly onRoute = (): void => {
    const before = this.version;
    this.look();
    if (before !== this.version) void this.load();
  };

  /** Reads from the address what is to be shown; heavy views come when they are first looked at. */
  private look(): void {
    const wanted = queryParam('view');
    this.version = Number(queryParam('version')) || undefined;
    const view: FlowView = wanted === 'versions' || wanted === 'monitor' ? wanted : 'draw';
    if (view === 'versions') void import('../versions/rl-versions-screen.ts');
    if (view === 'monitor') void import('../monitor/rl-monitor-screen.ts');
    this.view = view;
  }

  private async load(): Promise<void> {
    this.error = undefined;
    try {
      const mayDraw = may(this.meta, 'flows.deploy');
      this.version = Number(queryParam('version')) || undefined;
      this.flow = await openFlow(this.flowKey, { version: this.version, mayDraw });
      this.opened += 1;
    } catch (error) {
      this.error = error;
    }
  }
}
