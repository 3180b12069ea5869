import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { showProblem, showToast } from '../../web/components/toast.ts';
import { t } from '../../web/data/i18n.ts';
import { may, type Meta } from '../../web/data/meta.ts';
import { queryParam, replaceQuery } from '../../web/shell/router.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-problem.ts';
import '../../web/components/rl-select.ts';
import '../canvas/rl-diagram.ts';
import { loadVersion } from '../data/flows.ts';
import { deployDiagram } from '../deploy/deploy-diagram.ts';
import { failedTests, type FailedTest } from '../deploy/failed-tests.ts';
import { moveInstances } from '../deploy/move-instances.ts';
import '../deploy/rl-deploy-dialog.ts';
import type { Candidate, DeployOrder } from '../deploy/rl-deploy-dialog.ts';
import '../difference/rl-difference.ts';
import { ShownName } from '../data/shown-name.ts';
import { placesIn } from '../moddle/places-in.ts';
import { download } from '../screens/download.ts';
import type { OpenFlow } from '../screens/open-flow.ts';
import '../screens/rl-editor-bar.ts';
import type { EditorAction } from '../screens/rl-editor-bar.ts';
import { versionsStyles } from './versions-styles.ts';
import './rl-version-list.ts';

/** The history of a flow: what each version changed, and a way back. Fires `rl-reopen` after one was brought back. */
@customElement('rl-versions-screen')
export class RlVersionsScreen extends LitElement {
  @property({ attribute: false }) flow!: OpenFlow;
  @property({ attribute: false }) meta!: Meta;
  /** Tests that fail with the version that is brought back. */
  @state() private failed: FailedTest[] = [];
  @state() private selected = 0;
  /** The version it is compared with; 0 for none. */
  @state() private against = 0;
  @state() private diagrams = new Map<number, string>();
  @state() private candidate: Candidate | undefined;
  @state() private isBusy = false;
  @state() private error: unknown;

  private readonly shownName = new ShownName(this);
  static override styles = [base, buttons, versionsStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('flow')) return;
    const asked = Number(queryParam('v')) || this.flow.latest;
    this.choose(this.flow.versions.some((each) => each.version === asked) ? asked : this.flow.latest);
  }

  protected override render() {
    const { flow } = this;
    return html`<rl-editor-bar
        .flow=${flow}
        .name=${this.name()}
        view="versions"
        @rl-action=${(event: CustomEvent<EditorAction>) => this.act(event.detail)}
      ></rl-editor-bar>
      <div class="work">
        <rl-version-list
          .versions=${flow.versions}
          selected=${this.selected}
          @rl-select=${(event: CustomEvent<{ version: number }>) => this.choose(event.detail.version)}
        ></rl-version-list>
        <div class="shown">${this.renderHead()} ${this.renderPicture()}</div>
      </div>
      <rl-deploy-dialog
        .candidate=${this.candidate}
        .failed=${this.failed}
        ?busy=${this.isBusy}
        @rl-close=${() => (this.candidate = undefined)}
        @rl-deploy=${(event: CustomEvent<DeployOrder>) => this.restore(event.detail)}
      ></rl-deploy-dialog>`;
  }

  private renderHead() {
    const { selected, flow } = this;
    const others = flow.versions.filter((each) => each.version !== selected);
    const mayRestore = selected !== flow.latest && may(this.meta, 'flows.deploy');
    return html`<header>
      <h2>${t('designer.version', { version: selected })}</h2>
      ${
        others.length > 0
          ? html`<span class="muted">${t('designer.versions.against')}</span>
              <rl-select
                label=${t('designer.versions.against.label')}
                .options=${[{ value: '0', label: t('designer.diff.nothing') }, ...others.map(({ version }) => ({ value: String(version), label: t('designer.version', { version }) }))]}
                .value=${String(this.against)}
                @change=${(event: CustomEvent<{ value: string }>) => this.compareWith(Number(event.detail.value))}
              ></rl-select>`
          : nothing
      }
      <span class="grow"></span>
      <a
        class="button"
        href=${`/flows/${encodeURIComponent(flow.key)}${selected === flow.latest ? '' : `?version=${selected}`}`}
        >${t('designer.versions.open')}</a
      >
      ${
        mayRestore
          ? html`<rl-button icon="undo-2" @click=${() => this.askToRestore()}
              >${t('designer.restore', { version: selected })}</rl-button
            >`
          : nothing
      }
    </header>`;
  }

  private renderPicture() {
    if (this.error)
      return html`<rl-problem
        .error=${this.error}
        @rl-retry=${() => this.choose(this.selected)}
      ></rl-problem>`;
    const [older, newer] = [this.selected, this.against].sort((a, b) => a - b) as [number, number]; // Two went in.
    const after = this.diagrams.get(newer);
    const before = this.diagrams.get(older);
    if (this.against === 0)
      return html`<rl-diagram
        .xml=${after ?? ''}
        label=${t('designer.version', { version: newer })}
      ></rl-diagram>`;
    return html`<rl-difference
      .older=${before ?? ''}
      .newer=${after ?? ''}
      older-label=${t('designer.version', { version: older })}
      newer-label=${t('designer.version', { version: newer })}
    ></rl-difference>`;
  }

  /** Shows what a version changed: against the one before it. */
  private choose(version: number): void {
    this.selected = version;
    const before = this.flow.versions.find((each) => each.version < version);
    this.compareWith(before?.version ?? 0);
  }

  private compareWith(version: number): void {
    this.against = version;
    replaceQuery({ view: 'versions', v: String(this.selected) });
    void this.load([this.selected, version]);
  }

  private async load(versions: number[]): Promise<void> {
    this.error = undefined;
    try {
      for (const version of versions.filter((each) => each > 0 && !this.diagrams.has(each))) {
        const { xml } = await loadVersion(this.flow.key, version);
        this.diagrams = new Map(this.diagrams).set(version, xml);
      }
    } catch (error) {
      this.error = error;
    }
  }

  private async askToRestore(): Promise<void> {
    const { key, latest } = this.flow;
    await this.load([this.selected, latest]);
    const xml = this.diagrams.get(this.selected);
    if (!xml) return;
    this.failed = [];
    this.candidate = {
      key,
      name: this.name(),
      xml,
      latest,
      latestXml: this.diagrams.get(latest) ?? xml,
      restores: this.selected,
      targets: await placesIn(xml),
      mayMove: may(this.meta, 'flows.operate'),
    };
  }

  private async restore({ note, moved, mapping, isUntested = false }: DeployOrder): Promise<void> {
    const { candidate } = this;
    if (!candidate?.restores) return;
    const { key, xml, restores, latest } = candidate;
    this.isBusy = true;
    try {
      const base = { flow: key, version: latest };
      const answer = await deployDiagram(key, { xml, note, restores, base, isUntested });
      this.candidate = undefined;
      if (!answer.isDeployed) throw new Error(answer.refused[0]?.sentence ?? '');
      void moveInstances({ key, from: moved, to: answer.version, mapping });
      showToast({ text: t('designer.restore.done', { version: answer.version, restored: restores }) });
      replaceQuery({ view: 'versions' });
      this.dispatchEvent(new CustomEvent('rl-reopen', { detail: {} }));
    } catch (error) {
      this.failed = failedTests(error);
      if (this.failed.length > 0) return;
      this.candidate = undefined;
      showProblem(error);
    } finally {
      this.isBusy = false;
    }
  }

  private act({ id }: EditorAction): void {
    const xml = this.diagrams.get(this.selected);
    if (id === 'download' && xml) download(`${this.flow.key}-${this.selected}.bpmn`, xml);
  }

  private name(): string {
    return this.shownName.of(this.diagrams.get(this.selected) ?? this.flow.xml, this.flow.key);
  }
}
