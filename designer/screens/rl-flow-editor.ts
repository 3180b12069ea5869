import { LitElement, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { showProblem, showToast } from '../../web/components/toast.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import { navigate, replaceQuery } from '../../web/shell/router.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import type { EditorSession } from '../canvas/editor-session.ts';
import '../canvas/rl-editor-canvas.ts';
import { runningInstances } from '../data/flows.ts';
import { DraftKeeper } from '../drafts/draft-keeper.ts';
import type { ElementProblem } from '../modules/problems/problems.ts';
import type { DiagramElement } from '../modules/services.ts';
import type { TokenBadge } from '../modules/tokens/tokens.ts';
import '../panel/rl-flow-panel.ts';
import { stepsOf } from '../steps/steps-of.ts';
import type { Step } from '../steps/step.ts';
import { deployDiagram, tokenBadges, type DeployAnswer } from './deploy-diagram.ts';
import { designerStyles } from './designer-styles.ts';
import { download } from './download.ts';
import type { OpenFlow } from './open-flow.ts';
import { findingProblem, mergeProblems, notBpmn } from './problem-sentence.ts';
import './rl-deploy-dialog.ts';
import './rl-canvas-tools.ts';
import './rl-editor-bar.ts';
import type { EditorAction } from './rl-editor-bar.ts';
import './rl-editor-notice.ts';
import './rl-problem-list.ts';
import './rl-step-palette.ts';
import type { StepGesture } from './rl-step-palette.ts';
import './rl-xml-dialog.ts';
import { SaveController } from './save-controller.ts';
import { tellTranslated } from './tell-translated.ts';

/** Draws one flow: steps on the left, canvas in the middle, settings on the right. Fires `rl-reopen`. */
@customElement('rl-flow-editor')
export class RlFlowEditor extends LitElement {
  @property({ attribute: false }) flow!: OpenFlow;
  @property({ attribute: false }) meta!: Meta;
  @state() private session: EditorSession | undefined;
  @state() private selected: DiagramElement | undefined;
  @state() private revision = 0;
  @state() private problems: ElementProblem[] = [];
  @state() private refused: ElementProblem[] = [];
  @state() private savedAt: number | null | undefined;
  @state() private dialog: 'deploy' | 'xml' | '' = '';
  @state() private xml = '';
  @state() private xmlFault = '';
  @state() private isBusy = false;
  @state() private running = 0;
  private steps: Step[] = [];
  private badges: TokenBadge[] = [];
  private drafts: DraftKeeper | undefined;
  private lintTimer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [base, buttons, designerStyles];

  constructor() {
    super();
    new SaveController(this, {
      save: () => void this.saveNow(),
      leave: () => {
        clearTimeout(this.lintTimer);
        void this.drafts?.flush();
      },
    });
  }

  protected override async firstUpdated(): Promise<void> {
    this.badges = await tokenBadges(this.flow);
    this.session?.showTokens(this.badges);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('meta')) this.steps = stepsOf(this.meta.tasks, t);
  }

  protected override render() {
    const { flow, session } = this;
    return html`<rl-editor-bar
        .flow=${flow}
        .name=${this.name()}
        .savedAt=${this.savedAt}
        ?busy=${this.isBusy}
        @rl-action=${(event: CustomEvent<EditorAction>) => this.act(event.detail)}
      ></rl-editor-bar>
      <div class="work">
        <rl-step-palette
          .steps=${this.steps}
          @rl-append=${(event: CustomEvent<{ step: Step }>) => this.add(event.detail.step)}
          @rl-drag=${(event: CustomEvent<StepGesture>) => session?.drag(event.detail.event, event.detail.step)}
        ></rl-step-palette>
        <div class="middle">
          <rl-editor-notice
            .flow=${flow}
            @rl-action=${(event: CustomEvent<EditorAction>) => this.act(event.detail)}
          ></rl-editor-notice>
          <div class="stage">
            <rl-editor-canvas
              .steps=${this.steps}
              label=${t('designer.canvas', { name: this.name() })}
              @rl-session=${(event: CustomEvent<EditorSession>) => this.start(event.detail)}
            ></rl-editor-canvas>
            <rl-canvas-tools
              .target=${session}
              editable
              ?can-undo=${session?.canUndo()}
              ?can-redo=${session?.canRedo()}
            ></rl-canvas-tools>
            <rl-problem-list
              .problems=${this.allProblems()}
              ?open=${this.refused.length > 0}
              @rl-focus=${(event: CustomEvent<{ element: string }>) => session?.focus(event.detail.element)}
            ></rl-problem-list>
          </div>
        </div>
        ${this.renderPanel()}
      </div>
      ${this.renderDialogs()}`;
  }

  private renderPanel() {
    return html`<rl-flow-panel
      .element=${this.selected}
      .edit=${this.session?.edit()}
      .revision=${this.revision}
      .problems=${this.allProblems().filter((problem) => problem.element === this.selected?.id)}
    ></rl-flow-panel>`;
  }

  private renderDialogs() {
    return html`<rl-deploy-dialog
        ?open=${this.dialog === 'deploy'}
        name=${this.name()}
        latest=${this.flow.latest}
        base=${this.flow.base}
        running=${this.running}
        .problems=${this.allProblems()}
        ?busy=${this.isBusy}
        @rl-close=${() => (this.dialog = '')}
        @rl-deploy=${this.deploy}
      ></rl-deploy-dialog>
      <rl-xml-dialog
        ?open=${this.dialog === 'xml'}
        .xml=${this.xml}
        fault=${this.xmlFault}
        @rl-close=${() => (this.dialog = '')}
        @rl-import=${(event: CustomEvent<{ xml: string }>) => this.importXml(event.detail.xml)}
      ></rl-xml-dialog>`;
  }

  private async start(session: EditorSession): Promise<void> {
    try {
      await session.open(this.flow.xml);
    } catch (error) {
      return showProblem(notBpmn(error));
    }
    this.session = session;
    this.selected = session.selected();
    this.drafts = new DraftKeeper({
      key: this.flow.key,
      base: this.flow.base,
      read: async () => ({ xml: await session.xml(), name: this.name() }),
      saved: (at) => (this.savedAt = at),
    });
    this.savedAt = this.flow.draft?.savedAt;
    session.on('select', (element) => (this.selected = element));
    session.on('change', (elements) => this.changed(elements));
    session.on('save', () => void this.saveNow());
    this.lint();
    session.showTokens(this.badges);
  }

  private changed(elements: string[]): void {
    this.revision += 1;
    this.refused = this.refused.filter((problem) => !elements.includes(problem.element));
    if (!this.session?.canUndo() && !this.flow.draft && this.flow.latest > 0) {
      this.drafts?.drop();
      this.savedAt = undefined;
    } else this.drafts?.changed();
    clearTimeout(this.lintTimer);
    this.lintTimer = setTimeout(() => this.lint(), 250);
  }

  private lint(): void {
    this.problems = this.session?.lint(this.meta.tasks).map(findingProblem) ?? [];
    this.session?.showProblems(this.allProblems());
    // An element that comes back by undo comes without its badge.
    this.session?.showTokens(this.badges);
  }

  private allProblems(): ElementProblem[] {
    return mergeProblems(this.refused, this.problems);
  }

  private add(step: Step): void {
    if (this.session?.append(step) === false)
      showToast({ text: t('designer.palette.needsHost'), kind: 'problem' });
  }

  private act(action: EditorAction): void {
    const { key } = this.flow;
    if (action.id === 'deploy') void this.askToDeploy();
    else if (action.id === 'xml') void this.showXml();
    else if (action.id === 'download') void this.read().then((xml) => download(`${key}.bpmn`, xml));
    else if (action.id === 'import' && action.xml) void this.importXml(action.xml);
    else if (action.id === 'discard') this.discard();
    else if (action.id === 'version') void this.showVersion(action.version);
  }

  private async askToDeploy(): Promise<void> {
    this.dialog = 'deploy';
    this.running = await runningInstances(this.flow.key);
  }

  private async deploy(): Promise<void> {
    if (!this.session) return;
    this.isBusy = true;
    try {
      const answer = await deployDiagram(this.flow.key, await this.session.xml());
      this.dialog = '';
      if (answer.isDeployed) await this.deployed(answer);
      else this.refuse(answer);
    } catch (error) {
      showProblem(error);
    } finally {
      this.isBusy = false;
    }
  }

  private refuse({ refused, errors, translated }: DeployAnswer & { isDeployed: false }): void {
    this.refused = refused;
    this.session?.showProblems(this.allProblems());
    const first = refused.find((problem) => problem.element);
    if (first) this.session?.focus(first.element);
    showToast({ text: t('designer.deploy.refused', { count: errors }), kind: 'problem' });
    void tellTranslated(translated);
  }

  private async deployed(answer: DeployAnswer & { isDeployed: true }): Promise<void> {
    const { key, version, translated } = answer;
    this.drafts?.drop();
    showToast({ text: t('designer.deploy.done', { name: this.name(), version }) });
    await tellTranslated(translated);
    if (key === this.flow.key) this.reopen();
    else navigate(`/flows/${encodeURIComponent(key)}`, { isReplacing: true });
  }

  private async showXml(): Promise<void> {
    this.xml = await this.read();
    this.xmlFault = '';
    this.dialog = 'xml';
  }

  private async importXml(xml: string): Promise<void> {
    const before = await this.read();
    try {
      await this.session?.open(xml);
      this.dialog = '';
      await this.drafts?.save();
      this.revision += 1;
      this.lint();
    } catch (error) {
      this.xmlFault = notBpmn(error).message;
      if (this.dialog !== 'xml') showProblem(notBpmn(error));
      await this.session?.open(before);
    }
  }

  private async saveNow(): Promise<void> {
    await this.drafts?.save();
    showToast({ text: t('designer.draft.saved') });
  }

  private discard(): void {
    this.drafts?.drop();
    if (this.flow.latest === 0) navigate('/flows');
    else this.reopen();
  }

  private async showVersion(version: number | undefined): Promise<void> {
    await this.drafts?.flush();
    replaceQuery({ version: version === this.flow.latest ? undefined : version?.toString() });
    this.reopen();
  }

  private reopen(): void {
    this.dispatchEvent(new CustomEvent('rl-reopen', { detail: {} }));
  }

  private name(): string {
    return this.session?.name() || this.flow.draft?.name || this.flow.key;
  }

  private async read(): Promise<string> {
    return (await this.session?.xml()) ?? this.flow.xml;
  }
}
