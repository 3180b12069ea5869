import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { controls } from '../../web/styles/controls.ts';
import '../../web/components/rl-skeleton.ts';
import type { VersionPlan } from '../data/flows.ts';

/** A step that those who run can go on at. */
export interface PlanTarget {
  id: string;
  label: string;
}

/** What becomes of those who run: they stay on their version, or move along as far as they fit. */
export interface RunningChoice {
  isMoving: boolean;
  mapping: Record<string, string>;
}

/**
 * Asks what becomes of running instances. Fires `rl-choice` with `detail: RunningChoice`; with a new mapping the
 * owner asks the server anew.
 */
@customElement('rl-running-plan')
export class RlRunningPlan extends LitElement {
  @property({ attribute: false }) plans: VersionPlan[] | undefined;
  @property({ attribute: false }) targets: readonly PlanTarget[] = [];
  @property({ type: Number }) next = 0;
  /** Whether this person may move instances. */
  @property({ type: Boolean, attribute: 'may-move' }) mayMove = false;
  @state() private choice: RunningChoice = { isMoving: false, mapping: {} };

  static override styles = [
    base,
    controls,
    css`
      fieldset {
        display: grid;
        gap: 6px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 4px;
        color: var(--rl-muted);
      }
      label {
        display: flex;
        align-items: baseline;
        gap: 8px;
      }
      input {
        flex: none;
        transform: translateY(2px);
      }
      .problems {
        display: grid;
        gap: 8px;
        margin: 2px 0 0 23px;
        padding-left: 10px;
        border-left: 2px solid var(--rl-warn);
      }
      .problems label {
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin-top: 4px;
      }
      select.control {
        flex: 1;
        min-width: 140px;
      }
    `,
  ];

  protected override render() {
    if (!this.plans) return html`<rl-skeleton rows="1"></rl-skeleton>`;
    const looked = this.sum('looked');
    if (looked === 0) return html`<p class="muted">${t('designer.running.none')}</p>`;
    const isPartial = this.plans.some((plan) => plan.isPartial);
    return html`<fieldset>
      <legend>${t(isPartial ? 'designer.running.many' : 'designer.running', { count: looked })}</legend>
      ${this.renderOption(false, t('designer.running.stay'))}
      ${
        this.mayMove
          ? this.renderOption(
              true,
              t('designer.running.move', { fits: this.sum('fits'), looked, version: this.next }),
            )
          : nothing
      }
      ${this.choice.isMoving ? this.renderProblems() : nothing}
    </fieldset>`;
  }

  private renderOption(isMoving: boolean, label: string) {
    return html`<label
      ><input
        type="radio"
        name="running"
        .checked=${this.choice.isMoving === isMoving}
        @change=${() => this.choose({ ...this.choice, isMoving })}
      />
      <span>${label}</span></label
    >`;
  }

  private renderProblems() {
    const problems = (this.plans ?? []).flatMap((plan) => plan.problems);
    if (problems.length === 0) return nothing;
    return html`<div class="problems">
      ${problems.map(
        ({ element, message, count }) =>
          html`<div>
            ${message} <span class="muted">${t('designer.running.stays', { count })}</span>
            <label
              ><span>${t('designer.running.becomes')}</span>
              <select class="control" @change=${(event: Event) => this.map(element, event)}>
                <option value="">${t('designer.running.becomes.nothing')}</option>
                ${this.targets.map(
                  ({ id, label }) =>
                    html`<option value=${id} ?selected=${this.choice.mapping[element] === id}>
                      ${label}
                    </option>`,
                )}
              </select></label
            >
          </div>`,
      )}
      ${Object.keys(this.choice.mapping).length > 0 ? this.renderMapped() : nothing}
    </div>`;
  }

  private renderMapped() {
    return html`<p class="muted">
      ${Object.entries(this.choice.mapping)
        .map(([from, to]) => t('designer.running.mapped', { from, to: this.labelOf(to) }))
        .join(' ')}
    </p>`;
  }

  private labelOf(id: string): string {
    return this.targets.find((target) => target.id === id)?.label ?? id;
  }

  private map(element: string, event: Event): void {
    // The listener sits on the select itself.
    const to = (event.target as HTMLSelectElement).value;
    const { [element]: _before, ...others } = this.choice.mapping;
    this.choose({ ...this.choice, mapping: to ? { ...others, [element]: to } : others });
  }

  private choose(choice: RunningChoice): void {
    this.choice = choice;
    this.dispatchEvent(new CustomEvent<RunningChoice>('rl-choice', { detail: choice }));
  }

  private sum(of: 'looked' | 'fits'): number {
    return (this.plans ?? []).reduce((total, plan) => total + plan[of], 0);
  }
}
