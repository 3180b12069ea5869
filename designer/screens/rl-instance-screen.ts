import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { showProblem, showToast } from '../../web/components/toast.ts';
import { t } from '../../web/data/i18n.ts';
import { stateTone } from '../../web/data/instance-state.ts';
import { onLive } from '../../web/data/live.ts';
import { moveToken, readStory, type StoryItem } from '../../web/data/operate.ts';
import { listWorkItems, type WorkItem } from '../../web/data/work-items.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-bar.ts';
import '../../web/components/rl-problem.ts';
import '../../web/components/rl-skeleton.ts';
import '../../web/components/rl-tabs.ts';
import '../../web/components/rl-tag.ts';
import '../../web/components/rl-time.ts';
import { noNames, type DiagramNames, type RlDiagram } from '../canvas/rl-diagram.ts';
import '../canvas/rl-diagram.ts';
import { loadVersion } from '../data/flows.ts';
import {
  activate,
  loadHistory,
  loadInstance,
  operate,
  resolveIncident,
  retryIncident,
  setVariables,
  type HistoryEntry,
  type Incident,
  type Instance,
} from '../data/instances.ts';
import { instanceFacts } from '../instance/instance-facts.ts';
import '../instance/rl-activatable.ts';
import '../instance/rl-calls.ts';
import '../instance/rl-incident.ts';
import '../instance/rl-instance-actions.ts';
import '../instance/rl-move-here.ts';
import '../instance/rl-story.ts';
import '../instance/rl-told.ts';
import '../instance/rl-variables.ts';
import { storyOf } from '../instance/story.ts';
import { badgesOf, marksOf } from '../instance/marks.ts';
import { instanceStyles } from './instance-styles.ts';
import './rl-canvas-tools.ts';

type Tab = 'story' | 'history' | 'variables' | 'work';

/** One run of a flow: where it stands, how it came there, what it knows, and what can be done. */
@customElement('rl-instance-screen')
export class RlInstanceScreen extends LitElement {
  @property({ attribute: 'instance-id' }) instanceId = '';
  @state() private instance: Instance | undefined;
  @state() private history: HistoryEntry[] | undefined;
  @state() private items: WorkItem[] = [];
  @state() private xml = '';
  @state() private names: DiagramNames = noNames;
  @state() private tab: Tab = 'story';
  @state() private story: StoryItem[] = [];
  /** Chosen in the diagram: a token may be moved there. */
  @state() private chosen = '';
  @state() private error: unknown;
  @state() private isBusy = false;
  @query('rl-diagram') private diagram!: RlDiagram;
  private stops: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [base, buttons, instanceStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    const soon = (data: { id: string } | null): void => {
      if (data && data.id !== this.instanceId && !this.items.some((item) => item.id === data.id)) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.load(), 250);
    };
    this.stops = [onLive('instance', soon), onLive('work-item', soon), onLive('resync', soon)];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    for (const stop of this.stops) stop();
  }

  protected override render() {
    const { instance } = this;
    if (this.error && !instance) {
      return html`<rl-bar .crumbs=${[{ label: t('designer.flows'), href: '/flows' }]}></rl-bar>
        <rl-problem .error=${this.error} @rl-retry=${this.load}></rl-problem>`;
    }
    if (!instance)
      return html`<rl-bar .crumbs=${[{ label: t('designer.flows'), href: '/flows' }]}></rl-bar
        ><rl-skeleton rows="5"></rl-skeleton>`;
    return html`${this.renderBar(instance)}
      <div class="work">
        <div class="diagram">
          <rl-diagram
            .xml=${this.xml}
            label=${t('designer.instance.diagram', { name: instance.flowName ?? instance.flow })}
            .badges=${badgesOf(instance, t)}
            .marks=${marksOf(instance, this.history ?? [], this.names.connections)}
            @rl-select=${(event: CustomEvent<{ element: string }>) => (this.chosen = event.detail.element)}
            @rl-opened=${(event: CustomEvent<DiagramNames>) => (this.names = event.detail)}
          ></rl-diagram>
          <rl-canvas-tools .target=${this.tools}></rl-canvas-tools>
          ${this.renderMove(instance)}
        </div>
        <aside>
          ${instanceFacts(instance, this.names.name)} ${this.renderIncidents(instance.incidents ?? [])}
          <rl-calls .instance=${instance}></rl-calls>
          <rl-activatable
            .groups=${instance.activatable ?? []}
            .nameOf=${this.names.name}
            ?busy=${this.isBusy}
            @rl-activate=${(event: CustomEvent<{ scope: number; elements: string[] }>) =>
              this.run(() => activate(this.instanceId, event.detail), t('designer.done.activated'))}
          ></rl-activatable>
          <rl-tabs
            label=${t('designer.instance.tabs')}
            selected=${this.tab}
            .tabs=${[
              { id: 'story', label: t('designer.instance.story') },
              { id: 'history', label: t('designer.instance.history') },
              { id: 'variables', label: t('designer.instance.variables') },
              { id: 'work', label: t('designer.instance.work'), count: this.items.length },
            ]}
            @rl-select=${(event: CustomEvent<{ id: Tab }>) => (this.tab = event.detail.id)}
          ></rl-tabs>
          <div class="pane">${this.renderTab(instance)}</div>
        </aside>
      </div>`;
  }

  /** Operators see variables; what they may see they may repair. */
  private renderMove(instance: Instance) {
    const name = this.names.name(this.chosen);
    const isWay = this.names.connections.some((each) => each.id === this.chosen);
    const isOpen = instance.state === 'active' || instance.state === 'incident';
    if (!this.chosen || isWay || !isOpen || !instance.variables || this.chosen === instance.flow)
      return nothing;
    return html`<rl-move-here
      element=${this.chosen}
      name=${name}
      .tokens=${instance.tokens}
      .nameOf=${this.names.name}
      ?busy=${this.isBusy}
      @rl-leave=${() => (this.chosen = '')}
      @rl-move=${(event: CustomEvent<{ token: number; from: string }>) => this.move(event.detail)}
    ></rl-move-here>`;
  }

  /** Moving back is the undo: what waited there begins anew. */
  private move({ token, from }: { token: number; from: string }): Promise<void> {
    const to = this.chosen;
    this.chosen = '';
    const before = new Set(this.instance?.tokens.map((each) => each.id));
    return this.run(async () => {
      const { tokens } = await moveToken(this.instanceId, { do: 'move', token, to });
      const moved = tokens.find((each) => each.element === to && !before.has(each.id))?.id;
      const undo = (): Promise<void> =>
        this.run(
          () => moveToken(this.instanceId, { do: 'move', token: moved!, to: from }),
          t('designer.done.movedBack'),
        );
      const action = moved === undefined ? undefined : { label: t('action.undo'), run: undo };
      showToast({ text: t('designer.done.moved', { name: this.names.name(to) || to }), action });
    });
  }

  private renderBar(instance: Instance) {
    const crumbs = [
      { label: t('designer.flows'), href: '/flows' },
      { label: instance.flowName || instance.flow, href: `/flows/${encodeURIComponent(instance.flow)}` },
    ];
    return html`<rl-bar .crumbs=${crumbs} heading=${instance.about}>
      <rl-tag slot="beside" tone=${stateTone(instance.state)}>${t(`state.${instance.state}`)}</rl-tag>
      <rl-instance-actions
        slot="actions"
        state=${instance.state}
        @rl-operate=${(event: CustomEvent<{ action: 'suspend' | 'resume' | 'cancel' }>) =>
          this.run(
            () => operate(this.instanceId, event.detail.action),
            t(`designer.done.${event.detail.action}`),
          )}
      ></rl-instance-actions>
    </rl-bar>`;
  }

  private renderIncidents(incidents: Incident[]) {
    if (incidents.length === 0) return nothing;
    return html`<div class="incidents">
      ${incidents.map(
        (incident) =>
          html`<rl-incident
            .incident=${incident}
            name=${this.names.name(incident.element)}
            ?busy=${this.isBusy}
            @rl-retry=${() => this.retry(incident)}
            @rl-edit=${() => (this.tab = 'variables')}
            @rl-resolve=${() => this.run(() => resolveIncident(incident.id), t('designer.done.resolve'))}
          ></rl-incident>`,
      )}
    </div>`;
  }

  private renderTab(instance: Instance) {
    if (this.tab === 'story') return html`<rl-told .items=${this.story}></rl-told>`;
    if (this.tab === 'work') return this.renderWork();
    if (this.tab === 'variables') {
      if (!instance.variables) return html`<p class="muted">${t('designer.variables.hidden')}</p>`;
      const isOpen = ['active', 'incident', 'suspended'].includes(instance.state);
      return html`<rl-variables
        .variables=${instance.variables}
        ?editable=${isOpen}
        @rl-set=${(event: CustomEvent<{ variables: Record<string, unknown> }>) =>
          this.run(() => setVariables(this.instanceId, event.detail.variables), t('designer.done.variables'))}
      ></rl-variables>`;
    }
    if (!this.history) return html`<p class="muted">${t('designer.history.hidden')}</p>`;
    return html`<rl-story
      .lines=${storyOf(this.history, instance.incidents)}
      .name=${this.names.name}
      @rl-focus=${(event: CustomEvent<{ element: string }>) => this.diagram.focusOn(event.detail.element)}
    ></rl-story>`;
  }

  private renderWork() {
    if (this.items.length === 0) return html`<p class="muted">${t('designer.work.none')}</p>`;
    return this.items.map(
      (item) =>
        html`<div class="item">
          <span>${item.name || this.names.name(item.element)}</span>
          ${item.due ? html`<rl-time due value=${item.due}></rl-time>` : html`<span></span>`}
          <span class="more">${item.assignee?.title ?? t('designer.work.nobody')}</span>
          <a class="more" href="/inbox">${t('designer.work.open')}</a>
        </div>`,
    );
  }

  private readonly tools = {
    zoomBy: (factor: number): void => this.diagram.zoomBy(factor),
    fit: (): void => this.diagram.fit(),
  };

  private readonly load = async (): Promise<void> => {
    try {
      const instance = await loadInstance(this.instanceId);
      const isOther = instance.flow !== this.instance?.flow || instance.version !== this.instance.version;
      this.instance = instance;
      this.error = undefined;
      const [history, items, version, story] = await Promise.all([
        // Operators see it; for everybody else the record tells the story.
        loadHistory(this.instanceId).catch(() => undefined),
        listWorkItems({ instance: this.instanceId })
          .then((page) => page.items)
          .catch(() => []),
        isOther ? loadVersion(instance.flow, instance.version).catch(() => undefined) : undefined,
        readStory(this.instanceId).catch(() => []),
      ]);
      this.history = history;
      this.items = items;
      this.story = story;
      if (version) this.xml = version.xml;
    } catch (error) {
      this.error = error;
    }
  };

  /** That it was tried again is no news where it stopped at the same step. */
  private async retry({ id, element }: Incident): Promise<void> {
    await this.run(async () => {
      await retryIncident(id);
      await this.load();
      const isStopped = this.instance?.incidents?.some((each) => each.element === element);
      showToast(
        isStopped
          ? { text: t('designer.retry.stopped', { name: this.names.name(element) }), kind: 'problem' }
          : { text: t('designer.done.retry') },
      );
    });
  }

  private async run(act: () => Promise<unknown>, done?: string): Promise<void> {
    this.isBusy = true;
    try {
      await act();
      if (done) showToast({ text: done });
      await this.load();
    } catch (error) {
      showProblem(error);
    } finally {
      this.isBusy = false;
    }
  }
}
