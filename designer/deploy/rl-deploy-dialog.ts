import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-dialog.ts';
import { planDeployment, type VersionPlan } from '../data/flows.ts';
import { countKinds, differenceOf, type Change } from '../difference/difference.ts';
import '../difference/rl-flow-changes.ts';
import '../trial/texts.ts';
import type { ElementProblem } from '../modules/problems/problems.ts';
import { deployDialogStyles } from './deploy-dialog-styles.ts';
import type { FailedTest } from './failed-tests.ts';
import type { PlanTarget, RunningChoice } from './rl-running-plan.ts';
import './rl-running-plan.ts';

/** What is about to be deployed. */
export interface Candidate {
  key: string;
  name: string;
  xml: string;
  /** The version that runs now, 0 for none, with its diagram. */
  latest: number;
  latestXml: string;
  /** The older version that is brought back. */
  restores?: number;
  targets: readonly PlanTarget[];
  mayMove: boolean;
}

export interface DeployOrder {
  note: string;
  /** In spite of tests that fail. */
  isUntested?: boolean;
  /** Versions whose instances move along. */
  moved: number[];
  mapping: Record<string, string>;
}

/** Asks before deploying: what changes, why, and what becomes of those who run. Fires `rl-deploy` with `detail: DeployOrder`, and `rl-close`. */
@customElement('rl-deploy-dialog')
export class RlDeployDialog extends LitElement {
  /** Undefined: closed. */
  @property({ attribute: false }) candidate: Candidate | undefined;
  @property({ attribute: false }) problems: ElementProblem[] = [];
  /** Tests for which the server has refused it. */
  @property({ attribute: false }) failed: readonly FailedTest[] = [];
  @property({ type: Boolean }) busy = false;
  @state() private note = '';
  @state() private plans: VersionPlan[] | undefined;
  @state() private changes: Change[] | undefined;
  private choice: RunningChoice = { isMoving: false, mapping: {} };

  static override styles = [base, controls, deployDialogStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { candidate } = this;
    if (!changed.has('candidate') || !candidate) return;
    this.note = candidate.restores ? t('designer.restore.note', { version: candidate.restores }) : '';
    this.plans = this.changes = undefined;
    this.choice = { isMoving: false, mapping: {} };
    void this.plan();
    if (candidate.latest > 0) void this.compare(candidate);
  }

  protected override render() {
    const { candidate } = this;
    const title = candidate?.restores ? 'designer.restore.title' : 'designer.deploy.title';
    return html`<rl-dialog
      ?open=${candidate !== undefined}
      heading=${t(title, { name: candidate?.name ?? '', version: candidate?.restores })}
      @rl-close=${() => this.fire('rl-close')}
    >
      ${candidate ? this.renderBody(candidate) : nothing}
      <rl-button slot="footer" @click=${() => this.fire('rl-close')}>${t('designer.cancel')}</rl-button>
      <rl-button
        slot="footer"
        variant=${this.failed.length > 0 ? 'danger' : 'primary'}
        ?loading=${this.busy}
        @click=${this.deploy}
        >${this.deployLabel()}</rl-button
      >
    </rl-dialog>`;
  }

  private deployLabel(): string {
    if (this.failed.length > 0) return t('trial.deploy.anyway');
    return t(this.candidate?.restores ? 'designer.restore.deploy' : 'designer.deploy');
  }

  private renderFailed() {
    if (this.failed.length === 0) return nothing;
    return html`<div class="failed" role="alert">
      <p class="bad">${t('trial.deploy.failed', { count: this.failed.length })}</p>
      <ul>
        ${this.failed.map(
          ({ name, differences }) =>
            html`<li>
              <b>${name}</b>
              ${differences.map((difference) => html`<div>${difference}</div>`)}
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private renderBody(candidate: Candidate) {
    const { latest } = candidate;
    return html`<div class="step">
        ${
          latest === 0
            ? t('designer.deploy.first')
            : html`<span class="muted">${t('designer.version', { version: latest })}</span>
                <span aria-hidden="true">→</span
                ><span>${t('designer.version', { version: latest + 1 })}</span>`
        }
      </div>
      ${this.renderFailed()} ${this.renderProblems()} ${latest > 0 ? this.renderChanges() : nothing}
      <label class="field"
        ><span class="field-label">${t('designer.deploy.note')}</span>
        <textarea
          class="control"
          maxlength="2000"
          placeholder=${t('designer.deploy.note.example')}
          .value=${this.note}
          @input=${(event: Event) => (this.note = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      <p class="new">${t('designer.deploy.new')}</p>
      ${
        latest > 0
          ? html`<rl-running-plan
              .plans=${this.plans}
              .targets=${candidate.targets}
              next=${latest + 1}
              ?may-move=${candidate.mayMove}
              @rl-choice=${this.onChoice}
            ></rl-running-plan>`
          : nothing
      }`; // The listener sits on the text area itself.
  }

  private renderProblems() {
    const errors = this.problems.filter((problem) => problem.severity === 'error').length;
    const warnings = this.problems.length - errors;
    return html`${
      errors > 0 ? html`<p class="bad">${t('designer.deploy.errors', { count: errors })}</p>` : nothing
    }${warnings > 0 ? html`<p class="warn">${t('designer.deploy.warnings', { count: warnings })}</p>` : nothing}`;
  }

  private renderChanges() {
    const { changes } = this;
    if (!changes) return html`<p class="changes muted">${t('designer.diff.comparing')}</p>`;
    const counts = countKinds(changes);
    const said = (['added', 'removed', 'changed', 'moved'] as const)
      .filter((kind) => counts[kind] > 0)
      .map((kind) => t(`designer.diff.${kind}`, { count: counts[kind] }));
    return html`<details class="changes">
      <summary>${said.join(' · ') || t('designer.diff.none')}</summary>
      <rl-flow-changes .changes=${changes}></rl-flow-changes>
    </details>`;
  }

  private async compare({ latestXml, xml }: Candidate): Promise<void> {
    this.changes = await differenceOf(latestXml, xml).catch(() => []);
  }

  private async plan(): Promise<void> {
    const { candidate } = this;
    if (!candidate || candidate.latest === 0) return;
    const { key, xml } = candidate;
    const plans = await planDeployment(key, { xml, mapping: this.choice.mapping }).catch(() => []);
    if (candidate === this.candidate) this.plans = plans;
  }

  private readonly onChoice = (event: CustomEvent<RunningChoice>): void => {
    const isMapped = event.detail.mapping !== this.choice.mapping;
    this.choice = event.detail;
    if (isMapped) void this.plan();
  };

  private readonly deploy = (): void => {
    const { isMoving, mapping } = this.choice;
    const moved = isMoving
      ? (this.plans ?? []).filter((plan) => plan.fits > 0).map((plan) => plan.version)
      : [];
    this.fire('rl-deploy', {
      note: this.note.trim(),
      moved,
      mapping,
      isUntested: this.failed.length > 0,
    } satisfies DeployOrder);
  };

  private fire(name: string, detail?: DeployOrder): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
