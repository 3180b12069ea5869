import { consume } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import { may, type Meta } from '../../web/data/meta.ts';
import { queryParam } from '../../web/shell/router.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-bar.ts';
import '../../web/components/rl-empty.ts';
import '../../web/components/rl-problem.ts';
import { openFlow, type OpenFlow } from './open-flow.ts';
import './rl-flow-editor.ts';
import './rl-flow-viewer.ts';

/** Finds what to draw on for a flow: its draft, its newest version, or the version that `?version=` asks for. */
@customElement('rl-designer-screen')
export class RlDesignerScreen extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: 'flow-key' }) flowKey = '';
  @state() private flow: OpenFlow | null | undefined;
  @state() private error: unknown;
  private opened = 0;

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
      rl-flow-viewer {
        flex: 1;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
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
    const { flow, meta } = this;
    return keyed(
      this.opened,
      flow.isReadOnly
        ? html`<rl-flow-viewer .flow=${flow} @rl-reopen=${this.reopen}></rl-flow-viewer>`
        : html`<rl-flow-editor .flow=${flow} .meta=${meta} @rl-reopen=${this.reopen}></rl-flow-editor>`,
    );
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

  private async load(): Promise<void> {
    this.error = undefined;
    const version = Number(queryParam('version')) || undefined;
    try {
      const flow = await openFlow(this.flowKey, version);
      this.flow = flow && { ...flow, isReadOnly: flow.isReadOnly || !may(this.meta, 'flows.deploy') };
      this.opened += 1;
    } catch (error) {
      this.error = error;
    }
  }
}
