import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { showProblem, showToast } from '../../web/components/toast.ts';
import { t } from '../../web/data/i18n.ts';
import { may, type Meta } from '../../web/data/meta.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import type { EditorSession } from '../canvas/editor-session.ts';
import { elementSentence } from '../canvas/element-sentence.ts';
import '../canvas/rl-editor-canvas.ts';
import { nameOfPerson } from '../data/flows.ts';
import { tokenBadges } from '../deploy/deploy-diagram.ts';
import { DeployWork } from '../deploy/deploy-work.ts';
import '../deploy/rl-deploy-dialog.ts';
import type { DeployOrder } from '../deploy/rl-deploy-dialog.ts';
import { DraftWork } from '../drafts/draft-work.ts';
import { MergeWork } from '../merge/merge-work.ts';
import '../merge/rl-flow-merge.ts';
import { ProblemWork } from '../lint/problem-work.ts';
import type { ElementProblem } from '../modules/problems/problems.ts';
import type { DiagramElement } from '../modules/services.ts';
import type { TokenBadge } from '../modules/tokens/tokens.ts';
import '../panel/rl-flow-panel.ts';
import { Presence } from '../presence/presence.ts';
import { OfferedSteps } from '../steps/offered-steps.ts';
import type { Step } from '../steps/step.ts';
import { designerStyles } from './designer-styles.ts';
import type { Desk } from './desk.ts';
import { download } from './download.ts';
import { focusFirst, isFocusAbove } from '../../web/components/focus-first.ts';
import { noticesOf } from './notices.ts';
import type { OpenFlow } from './open-flow.ts';
import { notBpmn } from './problem-sentence.ts';
import { inPlace } from './upload-work.ts';
import './rl-canvas-tools.ts';
import './rl-editor-bar.ts';
import type { EditorAction } from './rl-editor-bar.ts';
import './rl-editor-notice.ts';
import './rl-keys-dialog.ts';
import './rl-problem-list.ts';
import './rl-step-palette.ts';
import type { StepGesture } from './rl-step-palette.ts';
import './rl-xml-dialog.ts';
import { tidyUp } from './tidy-up.ts';
import { Trying } from '../trial/trying.ts';
import { SaveController } from './save-controller.ts';

/** Draws one flow: steps on the left, canvas in the middle, settings on the right. Fires `rl-reopen`. */
@customElement('rl-flow-editor')
export class RlFlowEditor extends LitElement implements Desk {
  @property({ attribute: false }) flow!: OpenFlow;
  @property({ attribute: false }) meta!: Meta;
  @state() private session: EditorSession | undefined;
  @state() private selected: DiagramElement | undefined;
  @state() private revision = 0;
  /** The dialog with the diagram as text; undefined while it is closed. */
  @state() private text: { xml: string; fault: string } | undefined;
  @state() private isTellingKeys = false;
  @query('rl-flow-panel') private panel!: HTMLElement;
  private badges: TokenBadge[] = [];
  private readonly offered = new OfferedSteps(this);
  private readonly problems = new ProblemWork(this, () => this.meta);
  private readonly drafts = new DraftWork(this);
  private readonly trying = new Trying(this);
  private readonly presence = new Presence(this, () => ({
    ...this.flow,
    isChanged: this.drafts.isChanged(),
  }));
  private readonly merging = new MergeWork(this, this.presence, this.drafts);
  private readonly deployment = new DeployWork({
    desk: this,
    drafts: this.drafts,
    refused: ({ refused, errors }) => {
      this.problems.refuse(refused);
      showToast({ text: t('designer.deploy.refused', { count: errors }), kind: 'problem' });
    },
    overtaken: () => this.overtaken(),
  });

  static override styles = [base, buttons, designerStyles];

  constructor() {
    super();
    new SaveController(this, {
      save: () => void this.drafts.saveNow(),
      leave: () => {
        this.problems.close();
        void this.drafts.flush();
      },
    });
  }

  flowName(): string {
    return this.session?.name() || this.flow.draft?.name || this.flow.key;
  }

  async read(): Promise<string> {
    return (await this.session?.xml()) ?? this.flow.xml;
  }

  reopen(): void {
    this.dispatchEvent(new CustomEvent('rl-reopen', { detail: {} }));
  }

  protected override async firstUpdated(): Promise<void> {
    this.badges = await tokenBadges(this.flow);
    this.session?.showTokens(this.badges);
  }

  protected override render() {
    const { flow, session, drafts, presence } = this;
    const act = (event: CustomEvent<EditorAction>): void => this.act(event.detail);
    const { others, newer } = presence;
    const notices = noticesOf({ flow, others, newer, isChanged: drafts.isChanged() });
    return html`<rl-editor-bar
        .flow=${flow}
        .name=${this.flowName()}
        .saved=${drafts.saved}
        .others=${others}
        ?busy=${this.deployment.isBusy}
        ?trying=${this.trying.isOpen}
        @rl-action=${act}
      ></rl-editor-bar>
      ${this.trying.render(this.meta)}
      <div class="work" ?hidden=${this.trying.isOpen}>
        <rl-step-palette
          .steps=${this.offered.of(this.meta.tasks)}
          ?expert=${this.offered.isExpert}
          @rl-expert=${(event: CustomEvent<{ isOn: boolean }>) => this.offered.switchExpert(event.detail.isOn)}
          @rl-append=${(event: CustomEvent<{ step: Step; isByKey: boolean }>) => this.add(event.detail)}
          @rl-drag=${(event: CustomEvent<StepGesture>) => session?.drag(event.detail.event, event.detail.step)}
        ></rl-step-palette>
        <div class="middle">
          <rl-editor-notice .notices=${notices} @rl-action=${act}></rl-editor-notice>
          ${this.renderStage()}
        </div>
        <rl-flow-panel
          @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && session?.focusCanvas()}
          .element=${this.selected}
          .edit=${session?.edit()}
          .revision=${this.revision}
          .problems=${this.problems.list().filter((problem) => problem.element === this.selected?.id)}
        ></rl-flow-panel>
      </div>
      ${this.renderDialogs()}`;
  }

  private renderStage() {
    const { session } = this;
    return html`<div class="stage">
      <rl-editor-canvas
        .steps=${this.offered.of(this.meta.tasks)}
        ?expert=${this.offered.isExpert}
        label=${t('designer.canvas', { name: this.flowName() })}
        sentence=${this.sentence()}
        @rl-session=${(event: CustomEvent<EditorSession>) => this.start(event.detail)}
      ></rl-editor-canvas>
      <rl-canvas-tools
        .target=${session}
        @rl-tidy=${() => tidyUp(session)}
        @rl-keys=${() => (this.isTellingKeys = true)}
        editable
        ?can-undo=${session?.canUndo()}
        ?can-redo=${session?.canRedo()}
      ></rl-canvas-tools>
      <rl-problem-list
        .problems=${this.problems.list()}
        ?open=${this.problems.refused.length > 0}
        .fixOf=${this.fixOf}
        @rl-focus=${(event: CustomEvent<{ element: string }>) => session?.focus(event.detail.element)}
      ></rl-problem-list>
    </div>`;
  }

  private renderDialogs() {
    const { deployment, merging, text } = this;
    return html`<rl-deploy-dialog
        .candidate=${deployment.candidate}
        .problems=${this.problems.list()}
        .failed=${deployment.failed}
        ?busy=${deployment.isBusy}
        @rl-close=${() => deployment.close()}
        @rl-deploy=${(event: CustomEvent<DeployOrder>) => deployment.deploy(event.detail)}
      ></rl-deploy-dialog>
      <rl-flow-merge
        .versions=${merging.versions}
        who=${nameOfPerson((this.presence.newer[0] ?? this.flow.versions[0])?.deployedBy)}
        @rl-close=${() => merging.close()}
        @rl-merged=${(event: CustomEvent<{ xml: string }>) => merging.take(event.detail.xml)}
      ></rl-flow-merge>
      <rl-keys-dialog ?open=${this.isTellingKeys} @rl-close=${() => this.closeKeys()}></rl-keys-dialog>
      ${
        text
          ? html`<rl-xml-dialog
              open
              .xml=${text.xml}
              fault=${text.fault}
              @rl-close=${() => (this.text = undefined)}
              @rl-import=${(event: CustomEvent<{ xml: string }>) => this.importXml(event.detail.xml)}
            ></rl-xml-dialog>`
          : nothing
      }`;
  }

  private async start(session: EditorSession): Promise<void> {
    try {
      await session.open(this.flow.xml);
    } catch (error) {
      return this.isConnected ? showProblem(notBpmn(error)) : undefined; // Whoever left has no canvas.
    }
    this.session = session;
    this.selected = session.selected();
    this.drafts.start();
    session.on('select', (element) => (this.selected = element));
    session.on('change', (elements) => this.changed(elements));
    session.on('save', () => void this.drafts.saveNow());
    session.on('settings', () => this.panel.shadowRoot && focusFirst(this.panel.shadowRoot));
    session.on('keys', () => (this.isTellingKeys = true));
    this.problems.start(session);
    session.showTokens(this.badges);
    if (isFocusAbove(this)) session.focusCanvas();
  }

  private changed(elements: string[]): void {
    this.revision += 1;
    this.problems.changed(elements);
    const wasChanged = this.drafts.isChanged();
    this.drafts.changed(!this.session?.canUndo());
    if (wasChanged !== this.drafts.isChanged()) void this.presence.renew();
    // An element that comes back by undo comes without its badge.
    this.session?.showTokens(this.badges);
  }

  private readonly fixOf = (problem: ElementProblem) => this.problems.fix(problem);

  private sentence(): string {
    const element = this.selected;
    if (!element || !element.parent) return '';
    return elementSentence(element, { tasks: this.meta.tasks, problems: this.problems.list() });
  }

  /** Who adds by keyboard goes on with what was added: Enter there opens its settings. */
  private add({ step, isByKey }: { step: Step; isByKey: boolean }): void {
    if (this.session?.append(step) === false)
      showToast({ text: t('designer.palette.needsHost'), kind: 'problem' });
    else if (isByKey) this.session?.focusCanvas();
  }

  private act({ id, xml }: EditorAction): void {
    const { key } = this.flow;
    if (id === 'deploy') void this.askToDeploy();
    else if (id === 'try') void this.trying.toggle();
    else if (id === 'xml') void this.read().then((now) => (this.text = { xml: now, fault: '' }));
    else if (id === 'download') void this.read().then((now) => download(`${key}.bpmn`, now));
    else if (id === 'import' && xml) void inPlace({ file: xml, key }, (own) => this.importXml(own));
    else if (id === 'discard') void this.drafts.discard();
    else if (id === 'newest') this.reopen();
    else if (id === 'merge') void this.merging.ask();
    else if (id === 'other') this.drafts.takeOther();
    else if (id === 'keep') this.drafts.keepThis();
  }

  private askToDeploy(): Promise<void> {
    return this.deployment.ask({
      targets: this.session?.places() ?? [],
      mayMove: may(this.meta, 'flows.operate'),
    });
  }

  /** Somebody deployed in between: nothing is lost, both are put together. */
  private async overtaken(): Promise<void> {
    await this.drafts.save();
    await this.presence.look();
    await this.merging.ask();
  }

  private async importXml(xml: string): Promise<void> {
    const before = await this.read();
    try {
      await this.session?.open(xml);
      this.text = undefined;
      await this.drafts.save();
      this.revision += 1;
      this.problems.changed([]);
    } catch (error) {
      if (this.text) this.text = { xml, fault: notBpmn(error).message };
      else showProblem(notBpmn(error));
      await this.session?.open(before);
    }
  }

  private closeKeys(): void {
    this.isTellingKeys = false;
    this.session?.focusCanvas();
  }
}
