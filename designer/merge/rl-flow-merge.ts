import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-dialog.ts';
import '../../web/components/rl-problem.ts';
import '../../web/components/rl-skeleton.ts';
import { detailPlace, detailValue } from '../difference/change-words.ts';
import { differenceOf, type Change } from '../difference/difference.ts';
import '../difference/rl-flow-changes.ts';
import { mergeDiagrams, type Conflict, type Merged, type Side, type Versions } from './merge-diagrams.ts';

/**
 * Two people’s changes side by side, and put together: where both changed the same, each is asked for. Fires
 * `rl-merged` with `detail: {xml}`, and `rl-close`.
 */
@customElement('rl-flow-merge')
export class RlFlowMerge extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta: Meta | undefined;
  /** Undefined: closed. */
  @property({ attribute: false }) versions: Versions | undefined;
  @property() who = '';
  @state() private merged: Merged | undefined;
  @state() private mine: Change[] = [];
  @state() private theirs: Change[] = [];
  @state() private choices = new Map<string, Side>();
  @state() private error: unknown;

  static override styles = [
    base,
    css`
      .sides {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 16px;
      }
      .sides > section {
        min-width: 0;
        max-height: 36dvh;
        overflow-y: auto;
      }
      fieldset {
        display: grid;
        gap: 4px;
        margin: 0 0 8px;
        padding: 8px 12px;
        border: 1px solid var(--rl-warn);
        border-radius: var(--rl-radius-card);
      }
      legend {
        padding: 0 4px;
        font-weight: 500;
      }
      label {
        display: flex;
        align-items: baseline;
        gap: 8px;
        overflow-wrap: anywhere;
      }
      p {
        margin-bottom: 12px;
      }
      @media (max-width: 720px) {
        .sides {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('versions') || !this.versions) return;
    this.merged = undefined;
    this.choices = new Map();
    void this.load(this.versions);
  }

  protected override render() {
    return html`<rl-dialog
      size="large"
      ?open=${this.versions !== undefined}
      heading=${t('designer.merge')}
      @rl-close=${() => this.fire('rl-close')}
    >
      ${this.error ? html`<rl-problem .error=${this.error}></rl-problem>` : this.renderBody()}
      <rl-button slot="footer" @click=${() => this.fire('rl-close')}>${t('designer.cancel')}</rl-button>
      <rl-button slot="footer" variant="primary" ?disabled=${!this.merged} @click=${() => this.finish()}
        >${t('designer.merge.do')}</rl-button
      >
    </rl-dialog>`;
  }

  private renderBody() {
    const { merged } = this;
    if (!merged) return html`<rl-skeleton rows="5"></rl-skeleton>`;
    return html`<p>
        ${merged.conflicts.length === 0 ? t('designer.merge.clean') : t('designer.merge.conflicts', { count: merged.conflicts.length })}
      </p>
      ${merged.conflicts.map((conflict) => this.renderConflict(conflict))}
      ${merged.dropped.length > 0 ? html`<p>${t('designer.merge.dropped', { count: merged.dropped.length })}</p>` : nothing}
      <div class="sides">
        <section>
          <h3>${t('designer.merge.mine')}</h3>
          <rl-flow-changes .changes=${this.mine}></rl-flow-changes>
        </section>
        <section>
          <h3>${this.who}</h3>
          <rl-flow-changes .changes=${this.theirs}></rl-flow-changes>
        </section>
      </div>`;
  }

  private renderConflict(conflict: Conflict) {
    const { element, name, what } = conflict;
    const chosen = this.choices.get(element) ?? 'theirs';
    return html`<fieldset>
      <legend>${name || t(`designer.kind.${what}`)}</legend>
      ${(['theirs', 'mine'] as const).map(
        (side) =>
          html`<label
            ><input
              type="radio"
              name=${element}
              .checked=${chosen === side}
              @change=${() => this.choose(element, side)}
            />
            <span
              >${side === 'mine' ? t('designer.merge.mine') : this.who}:
              ${sentence(conflict[side], this.meta)}</span
            ></label
          >`,
      )}
    </fieldset>`;
  }

  private async load(versions: Versions): Promise<void> {
    this.error = undefined;
    try {
      const [merged, mine, theirs] = await Promise.all([
        mergeDiagrams(versions),
        differenceOf(versions.base, versions.mine),
        differenceOf(versions.base, versions.theirs),
      ]);
      if (versions !== this.versions) return;
      Object.assign(this, { merged, mine, theirs });
    } catch (error) {
      this.error = error;
    }
  }

  private choose(element: string, side: Side): void {
    this.choices = new Map(this.choices).set(element, side);
  }

  private async finish(): Promise<void> {
    if (!this.versions) return;
    const { xml } = await mergeDiagrams(this.versions, this.choices);
    this.fire('rl-merged', { xml });
  }

  private fire(name: string, detail?: { xml: string }): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

const sentence = (change: Change | undefined, meta: Meta | undefined): string => {
  if (!change || change.kind !== 'changed')
    return t(`designer.diff.${change?.kind ?? 'removed'}`, { count: 1 });
  return change.details
    .map(
      (detail) =>
        `${detailPlace(detail, change, meta)}: ${detailValue(detail, { change, side: 'after', meta })}`,
    )
    .join('; ');
};
