import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { formatNumber, t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-empty.ts';
import '../../web/components/rl-problem.ts';
import '../../web/components/rl-skeleton.ts';
import '../canvas/rl-diagram.ts';
import { noNames, type DiagramNames, type RlDiagram } from '../canvas/rl-diagram.ts';
import type { Trial, TrialQuestion } from '../data/trials.ts';
import { processHead } from '../moddle/process-head.ts';
import type { PathMarks } from '../modules/path/taken-path.ts';
import type { TokenBadge } from '../modules/tokens/tokens.ts';
import '../screens/rl-canvas-tools.ts';
import type { Frame } from './frames.ts';
import './rl-flow-tests.ts';
import './rl-keep-test.ts';
import './rl-trial-chooser.ts';
import './rl-trial-list.ts';
import './rl-trial-record.ts';
import { trialStyles } from './trial-styles.ts';
import { TrialWork } from './trial-work.ts';
import './texts.ts';

const none: PathMarks = { taken: [], active: [], incidents: [] };

/** Tries the flow as it is drawn on real records; nothing of it stays. */
@customElement('rl-trial')
export class RlTrial extends LitElement {
  @property({ attribute: 'flow-key' }) flowKey = '';
  @property() xml = '';
  @property({ attribute: false }) meta!: Meta;
  @state() private names: DiagramNames = noNames;
  @state() private trial: Trial | undefined;
  @state() private frame: Frame | undefined;
  @state() private kept = 0;
  @query('rl-diagram') private diagram!: RlDiagram;
  private readonly work = new TrialWork(this);

  static override styles = [base, buttons, trialStyles];

  protected override render() {
    const { work } = this;
    return html`<rl-trial-chooser
        .xml=${this.xml}
        .meta=${this.meta}
        ?busy=${work.isRunning}
        ?again=${work.result !== undefined}
        @rl-try=${(event: CustomEvent<Omit<TrialQuestion, 'xml'>>) => this.run(event.detail)}
      ></rl-trial-chooser>
      <div class="work">
        <div class="stage">
          <rl-diagram
            .xml=${this.xml}
            .badges=${this.badges()}
            .marks=${this.frame?.marks ?? this.marks()}
            label=${t('trial.diagram')}
            @rl-opened=${(event: CustomEvent<DiagramNames>) => (this.names = event.detail)}
          ></rl-diagram>
          <rl-canvas-tools .target=${this.tools}></rl-canvas-tools>
        </div>
        <aside>${this.renderProgress()} ${this.renderAside()} ${this.renderTests()}</aside>
      </div>`;
  }

  private renderProgress() {
    const { work } = this;
    if (!work.isRunning) return nothing;
    const { done, all } = work.progress;
    return html`<div class="progress" role="status">
      <span>${all > 0 ? t('trial.progress', { done, all }) : t('trial.choosing')}</span>
      ${all > 0 ? html`<progress max=${all} .value=${done} aria-label=${t('trial.progress', { done, all })}></progress>` : nothing}
      <rl-button variant="ghost" @click=${() => work.stop()}>${t('trial.stop')}</rl-button>
    </div>`;
  }

  private renderAside() {
    const { work, trial } = this;
    if (work.error) return html`<rl-problem .error=${work.error}></rl-problem>`;
    if (trial)
      return html`<rl-trial-record
        .trial=${trial}
        .meta=${this.meta}
        .names=${this.names}
        .version=${work.result?.running?.version}
        @rl-back=${this.back}
        @rl-frame=${(event: CustomEvent<{ frame: Frame }>) => this.show(event.detail.frame)}
        ><rl-keep-test
          flow-key=${this.key()}
          .xml=${this.xml}
          .trial=${trial}
          @rl-kept=${() => (this.kept += 1)}
        ></rl-keep-test
      ></rl-trial-record>`;
    const { result } = work;
    if (!result)
      return work.isRunning
        ? html`<rl-skeleton rows="6"></rl-skeleton>`
        : html`<rl-empty icon="play" heading=${t('trial.empty')} text=${t('trial.empty.text')}></rl-empty>`;
    if (result.trials.length === 0 && !work.isRunning)
      return html`<rl-empty
        icon="search"
        heading=${t('trial.none')}
        text=${t('trial.none.text')}
      ></rl-empty>`;
    return html`<rl-trial-list
      .result=${result}
      .names=${this.names}
      @rl-pick=${(event: CustomEvent<{ trial: Trial }>) => (this.trial = event.detail.trial)}
    ></rl-trial-list>`;
  }

  private renderTests() {
    if (this.trial || this.work.isRunning) return nothing;
    return html`<rl-flow-tests
      flow-key=${this.key()}
      .xml=${this.xml}
      revision=${this.kept}
    ></rl-flow-tests>`;
  }

  /** As the diagram says it; the file may be a new one. */
  private key(): string {
    return processHead(this.xml)?.key ?? this.flowKey;
  }

  private async run(question: Omit<TrialQuestion, 'xml'>): Promise<void> {
    this.back();
    await this.work.run(this.key(), { xml: this.xml, ...question });
    // Of one record, its steps are what one wants to see.
    const trials = this.work.result?.trials ?? [];
    if (trials.length === 1) this.trial = trials[0];
  }

  private readonly back = (): void => {
    this.trial = undefined;
    this.frame = undefined;
  };

  private show(frame: Frame): void {
    this.frame = frame;
    this.diagram.focusOn(frame.step.element);
  }

  /** How many pass where, beside the version that runs. */
  private badges(): TokenBadge[] {
    const counts = this.work.result?.counts;
    if (!counts || this.trial) return [];
    const { tried, running } = counts;
    return Object.entries(tried.passed).flatMap(([element, count]) => {
      const before = running?.passed[element] ?? 0;
      const isSame = running === null || before === count;
      const text = isSame ? formatNumber(count) : `${formatNumber(count)} · ${formatNumber(before)}`;
      const title = running ? t('trial.badge', { count, before }) : t('trial.badge.alone', { count });
      return this.isWay(element) && !this.isChoice(element) ? [] : [{ element, text, title }];
    });
  }

  private isWay(element: string): boolean {
    return this.names.connections.some((way) => way.id === element);
  }

  /** A way beside others out of the same element: there the count says something that the elements do not. */
  private isChoice(element: string): boolean {
    const source = this.names.connections.find((way) => way.id === element)?.source;
    return this.names.connections.filter((way) => way.source === source).length > 1;
  }

  private marks(): PathMarks {
    const passed = this.work.result?.counts.tried.passed;
    if (!passed) return none;
    const incidents = this.work.result!.trials.flatMap((trial) => trial.incidents.map((one) => one.element));
    return { taken: Object.keys(passed), active: [], incidents: [...new Set(incidents)] };
  }

  private readonly tools = {
    zoomBy: (factor: number): void => this.diagram.zoomBy(factor),
    fit: (): void => this.diagram.fit(),
  };
}
