import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fieldValue } from '../../components/field-value.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-time.ts';
import { titleOf } from '../../data/choices.ts';
import { inSentence } from '../../data/count.ts';
import { t } from '../../data/i18n.ts';
import { disputedFields, donorOf, mergeBody, mergeRecords } from '../../data/merge.ts';
import type { MetaEntity, MetaField } from '../../data/meta.ts';
import type { RecordItem } from '../../data/records.ts';
import { isEmptyValue } from '../../data/values.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import { values } from '../../styles/values.ts';
import { mergeStyles } from './merge-styles.ts';

/**
 * Which of the records stays, and whose value each field takes where they differ: groups of radio buttons, so that
 * arrows choose and Tab goes on. Fires `rl-merged` {record, cause} and `rl-close`.
 */
@customElement('rl-merge-dialog')
export class RlMergeDialog extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) records: RecordItem[] = [];
  @state() private winner = '';
  @state() private chosen: Readonly<Record<string, string>> = {};
  @state() private isBusy = false;
  @state() private problem: unknown;

  static override styles = [base, buttons, controls, values, mergeStyles];

  protected override willUpdate(): void {
    if (this.records.some(({ id }) => id === this.winner)) return;
    // The oldest is the one that others know.
    const [oldest] = this.records.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
    this.winner = oldest?.id ?? '';
  }

  protected override render() {
    const what = inSentence(this.entity.label.many);
    const fields = disputedFields(this.entity, this.records);
    return html`<rl-dialog
      open
      size="large"
      heading=${t('merge.title', { count: this.records.length, what })}
      @rl-close=${this.close}
    >
      <form id="merge" style="--records: ${this.records.length}" @submit=${this.submit}>
        ${this.renderWinner()} ${fields.map((field) => this.renderField(field))}
        <p class="muted">${t('merge.text')}</p>
        ${this.problem ? html`<rl-problem inline .retry=${false} .error=${this.problem}></rl-problem>` : nothing}
      </form>
      <button slot="footer" type="button" class="button" @click=${this.close}>${t('action.cancel')}</button>
      <button slot="footer" type="submit" form="merge" class="button primary" ?disabled=${this.isBusy}>
        ${t('merge.do')}
      </button>
    </rl-dialog>`;
  }

  private renderWinner(): TemplateResult {
    const choices = this.records.map((record) =>
      this.renderChoice({
        group: 'winner',
        isChosen: record.id === this.winner,
        choose: () => (this.winner = record.id),
        content: html`<b class="truncate">${titleOf(this.entity.title, record)}</b>
          <span class="muted small"
            >${t('merge.created')} <rl-time value=${record.createdAt}></rl-time
          ></span>`,
      }),
    );
    return this.renderGroup(t('merge.keep'), choices, 'winner');
  }

  private renderField(field: MetaField): TemplateResult {
    const donor = donorOf(field, this.records, { winner: this.winner, chosen: this.chosen[field.id] });
    const choices = this.records.map((record) =>
      isEmptyValue(record[field.id])
        ? html`<span class="choice none muted">${t('value.none')}</span>`
        : this.renderChoice({
            group: field.id,
            isChosen: record === donor,
            choose: () => (this.chosen = { ...this.chosen, [field.id]: record.id }),
            content: fieldValue(field, record[field.id]),
          }),
    );
    return this.renderGroup(field.label, choices);
  }

  private renderGroup(label: string, choices: TemplateResult[], kind = ''): TemplateResult {
    return html`<div class="group ${kind}" role="radiogroup" aria-label=${label}>
      <span class="label muted">${label}</span>${choices}
    </div>`;
  }

  private renderChoice(choice: {
    group: string;
    isChosen: boolean;
    choose: () => void;
    content: unknown;
  }): TemplateResult {
    return html`<label class="choice ${choice.isChosen ? 'chosen' : ''}">
      <input type="radio" name=${choice.group} .checked=${choice.isChosen} @change=${choice.choose} />
      <span class="content">${choice.content}</span>
    </label>`;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.isBusy) return;
    this.isBusy = true;
    this.problem = undefined;
    try {
      const { winner, chosen } = this;
      const body = mergeBody(this.entity, this.records, { winner, chosen });
      const detail = await mergeRecords(this.entity.id, body);
      this.dispatchEvent(new CustomEvent('rl-merged', { detail }));
    } catch (error) {
      this.problem = error;
    } finally {
      this.isBusy = false;
    }
  };

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }
}
