import { LitElement, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { replaceQuery } from '../../web/shell/router.ts';
import { base } from '../../web/styles/base.ts';
import '../canvas/rl-diagram.ts';
import type { RlDiagram } from '../canvas/rl-diagram.ts';
import { ShownName } from '../data/shown-name.ts';
import type { TokenBadge } from '../modules/tokens/tokens.ts';
import { tokenBadges } from '../deploy/deploy-diagram.ts';
import { designerStyles } from './designer-styles.ts';
import { download } from './download.ts';
import { noticesOf } from './notices.ts';
import { asDraft, type OpenFlow } from './open-flow.ts';
import './rl-canvas-tools.ts';
import './rl-editor-bar.ts';
import type { EditorAction } from './rl-editor-bar.ts';
import './rl-editor-notice.ts';
import './rl-xml-dialog.ts';

/** A version to look at: an older one, or any for who may not deploy. Fires `rl-reopen`. */
@customElement('rl-flow-viewer')
export class RlFlowViewer extends LitElement {
  @property({ attribute: false }) flow!: OpenFlow;
  @state() private badges: TokenBadge[] = [];
  @state() private isXmlOpen = false;
  @query('rl-diagram') private diagram!: RlDiagram;

  private readonly shownName = new ShownName(this);
  static override styles = [base, designerStyles];

  protected override async firstUpdated(): Promise<void> {
    this.badges = await tokenBadges(this.flow);
  }

  protected override render() {
    const { flow } = this;
    const act = (event: CustomEvent<EditorAction>): void => this.act(event.detail);
    return html`<rl-editor-bar .flow=${flow} .name=${this.name()} @rl-action=${act}></rl-editor-bar>
      <div class="work read-only">
        <div class="middle">
          <rl-editor-notice
            .notices=${noticesOf({ flow, others: [], newer: [], isChanged: false })}
            @rl-action=${act}
          ></rl-editor-notice>
          <div class="stage">
            <rl-diagram
              .xml=${flow.xml}
              .badges=${this.badges}
              label=${t('designer.diagram', { name: this.name() })}
            ></rl-diagram>
            <rl-canvas-tools .target=${this.tools}></rl-canvas-tools>
          </div>
        </div>
      </div>
      <rl-xml-dialog
        read-only
        ?open=${this.isXmlOpen}
        .xml=${flow.xml}
        @rl-close=${() => (this.isXmlOpen = false)}
      ></rl-xml-dialog>`;
  }

  private readonly tools = {
    zoomBy: (factor: number): void => this.diagram.zoomBy(factor),
    fit: (): void => this.diagram.fit(),
  };

  private act({ id }: EditorAction): void {
    const { flow } = this;
    if (id === 'download') download(`${flow.key}.bpmn`, flow.xml);
    else if (id === 'xml') this.isXmlOpen = true;
    else if (id === 'take') this.reopen({}, asDraft(flow, this.name()));
    else this.reopen({});
  }

  private reopen(query: Record<string, string | undefined>, flow?: OpenFlow): void {
    replaceQuery(query);
    this.dispatchEvent(new CustomEvent('rl-reopen', { detail: { flow } }));
  }

  private name(): string {
    return this.shownName.of(this.flow.xml, this.flow.key);
  }
}
