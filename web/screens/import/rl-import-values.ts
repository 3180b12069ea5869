import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { findPeople, findRecords, type Choice } from '../../data/choices.ts';
import { formatNumber, t } from '../../data/i18n.ts';
import type { ImportItem, ImportPreview, UnmatchedColumn } from '../../data/imports.ts';
import { entityOf, fieldOf, type Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-problem.ts';
import { columnName, fieldLabel } from './field-labels.ts';
import { importStyles } from './import-styles.ts';
import { withValues } from './steps.ts';

/**
 * Texts that match nothing yet, each with what it may mean. Only these are asked. Fires `rl-next` with the
 * mapping that holds the answers, and `rl-back`.
 */
@customElement('rl-import-values')
export class RlImportValues extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) item!: ImportItem;
  @property({ attribute: false }) preview!: ImportPreview;
  @property({ attribute: false }) error: unknown;
  @property({ type: Boolean }) busy = false;
  @state() private chosen = new Map<number, Map<string, string | null>>();

  static override styles = [
    base,
    buttons,
    importStyles,
    css`
      .row {
        grid-template-columns: minmax(0, 5fr) 72px 16px minmax(0, 6fr);
      }
      .row > rl-icon {
        color: var(--rl-faint);
      }
      .hint {
        grid-column: 4;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      @media (max-width: 720px) {
        .row {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .row.head,
        .row > rl-icon {
          display: none;
        }
        rl-picker,
        .hint {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('preview')) return;
    this.chosen = new Map(
      this.preview.unmatched.map(({ column, values }) => [
        column,
        new Map(
          values.filter((each) => each.suggestion !== null).map((each) => [each.value, each.suggestion]),
        ),
      ]),
    );
  }

  protected override render() {
    return html`<div class="page">
        ${this.error ? html`<rl-problem class="problem" inline .retry=${false} .error=${this.error}></rl-problem>` : nothing}
        <h2>${t('import.values.title')}</h2>
        <p class="lead">${t('import.values.lead')}</p>
        ${this.preview.unmatched.map((column) => this.renderColumn(column))}
      </div>
      <footer>
        <span class="note" role="status">${this.openNote()}</span>
        <button class="button" type="button" @click=${() => this.dispatchEvent(new CustomEvent('rl-back'))}>
          ${t('import.back')}
        </button>
        <button class="button primary" type="button" ?disabled=${this.busy} @click=${this.next}>
          ${t(this.busy ? 'import.columns.checking' : 'import.values.next')}
        </button>
      </footer>`;
  }

  private renderColumn(column: UnmatchedColumn) {
    const field = fieldLabel(this.meta, this.item.target, column.field);
    const hidden = column.distinct - column.values.length;
    return html`<section>
      <h3>${t('import.values.column', { column: columnName(this.item, column.column), field })}</h3>
      <div class="row head">
        <span>${t('import.values.inFile')}</span><span class="number">${t('import.values.rows')}</span
        ><span></span><span>${t('import.values.means')}</span>
      </div>
      ${column.values.map((each) => this.renderValue(column, each))}
      ${hidden > 0 ? html`<p class="lead">${t('import.values.more', { count: hidden })}</p>` : nothing}
    </section>`;
  }

  private renderValue(column: UnmatchedColumn, each: UnmatchedColumn['values'][number]) {
    const answer = this.chosen.get(column.column)?.get(each.value) ?? null;
    return html`<div class="row">
      <span class="truncate" title=${each.value}>${each.value}</span>
      <span class="number">${formatNumber(each.count)}</span>
      <rl-icon name="arrow-right"></rl-icon>
      <rl-picker
        label=${t('import.values.meaningOf', { value: each.value })}
        placeholder=${t('import.values.nothing')}
        .source=${this.sourceOf(column)}
        .value=${answer === null ? null : { id: answer, title: this.titleOf(column, answer) }}
        @change=${(event: CustomEvent<{ value: Choice | null }>) =>
          this.choose(column, each.value, event.detail.value)}
      ></rl-picker>
      ${answer !== null && answer === each.suggestion ? html`<span class="hint">${t('import.values.suggested')}</span>` : nothing}
    </div>`;
  }

  /** Where meanings are looked for; the id of a choice is the text that the server will look up. */
  private sourceOf(column: UnmatchedColumn): (search: string) => Promise<Choice[]> {
    if (column.kind === 'option')
      return (search) =>
        Promise.resolve(
          this.optionsOf(column).filter(({ title }) => title.toLowerCase().includes(search.toLowerCase())),
        );
    const find = column.entity ? findRecords(this.meta, column.entity) : findPeople;
    return async (search) => (await find(search)).map((choice) => ({ ...choice, id: choice.title }));
  }

  private optionsOf({ field }: UnmatchedColumn): Choice[] {
    const entity = entityOf(this.meta, this.item.target);
    const options = entity && fieldOf(entity, field)?.options;
    return (options ?? []).map(({ value, label }) => ({ id: value, title: label }));
  }

  private titleOf(column: UnmatchedColumn, answer: string): string {
    if (column.kind !== 'option') return answer;
    return this.optionsOf(column).find(({ id }) => id === answer)?.title ?? answer;
  }

  private choose({ column }: UnmatchedColumn, value: string, choice: Choice | null): void {
    const answers = new Map(this.chosen.get(column));
    if (choice) answers.set(value, choice.id);
    else answers.delete(value);
    this.chosen = new Map(this.chosen).set(column, answers);
  }

  private openNote() {
    const open = this.preview.unmatched
      .flatMap(({ column, values }) => values.filter(({ value }) => !this.chosen.get(column)?.has(value)))
      .reduce((sum, { count }) => sum + count, 0);
    return open > 0 ? t('import.values.open', { count: open }) : nothing;
  }

  private next(): void {
    const mapping = withValues(this.item.mapping, this.chosen);
    this.dispatchEvent(new CustomEvent('rl-next', { detail: { mapping } }));
  }
}
