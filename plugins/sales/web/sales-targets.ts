import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import {
  base,
  buttons,
  controls,
  findUsers,
  formatMoney,
  formatNumber,
  metaContext,
  monthName,
  showProblem,
  showToast,
  t,
  type Choice,
  type Meta,
  type MetaEntity,
  referenceName,
} from '../../../web/index.ts';
import {
  amountIn,
  keepTarget,
  readYear,
  type TargetGroup,
  type TargetRow,
  type Year,
} from './parts/target-data.ts';
import { moveInColumn } from './parts/move-in-column.ts';
import { readAmount } from './parts/read-amount.ts';
import { months, shareRow, sumRow } from './parts/sum-rows.ts';
import { targetStyles } from './parts/target-styles.ts';
import './parts/texts.ts';

/** Targets of a year, month by month: written where they stand, summed beside and below, next to what was won. */
@customElement('sales-targets')
export class SalesTargets extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @state() private year = new Date().getFullYear();
  @state() private shown: Year | undefined;
  @state() private error: unknown;

  static override styles = [base, buttons, controls, targetStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    return html`<header>
        ${this.renderTurn('chevron-left', t('target.yearBefore'), -1)}
        <strong aria-live="polite">${this.year}</strong>
        ${this.renderTurn('chevron-right', t('target.yearAfter'), 1)}
        <span class="muted"
          >${t(this.canChange() ? 'target.help' : 'target.helpReader', { currency: this.currency() })}</span
        >
      </header>
      ${this.renderYear()}`;
  }

  private renderTurn(icon: string, label: string, by: number) {
    return html`<button
      type="button"
      class="button ghost square"
      aria-label=${label}
      title=${label}
      @click=${() => this.turn(by)}
    >
      <rl-icon name=${icon}></rl-icon>
    </button>`;
  }

  private renderYear() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.shown) return html`<rl-skeleton rows="8"></rl-skeleton>`;
    const { groups, won } = this.shown;
    if (groups.length === 0)
      return html`<rl-empty icon="target" heading=${t('target.nobody')} text=${t('target.nobodyText')}
        >${this.renderAdd()}</rl-empty
      >`;
    const rows = groups.flatMap(({ people }) => people);
    const show = (value: number): string => this.amount(value);
    return html`<div
        class="wide"
        tabindex="0"
        role="region"
        aria-label=${t('target.table', { year: this.year })}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">${t('target.person')}</th>
              ${months.map((month) => html`<th scope="col">${monthName(month)}</th>`)}
              <th scope="col">${t('target.year')}</th>
              <td></td>
            </tr>
          </thead>
          ${groups.map((group) => this.renderGroup(group))}
          <tfoot>
            ${sumRow({ label: t('target.all'), of: (month) => this.sum(rows, month), show })}
            ${sumRow({ label: t('target.won'), of: (month) => won.get(month) ?? 0, show })}
            ${shareRow(t('target.reached'), (month) => [won.get(month) ?? 0, this.sum(rows, month)])}
          </tfoot>
        </table>
      </div>
      ${this.renderAdd()}`;
  }

  private renderGroup({ team, name, people }: TargetGroup) {
    return html`<tbody>
      ${
        name
          ? html`<tr class="group">
              <th scope="rowgroup" colspan="15">${name}</th>
            </tr>`
          : nothing
      }
      ${people.map((row) => this.renderRow(row, referenceName(row.owner)))}
      ${
        team
          ? html`${this.renderRow(team, t('target.ofTeam', { name: referenceName(team.owner) }))}
            ${team.months.size > 0 ? shareRow(t('target.spread'), (month) => [this.sum(people, month), this.sum([team], month)]) : nothing}`
          : nothing
      }
    </tbody>`;
  }

  private renderRow(row: TargetRow, label: string) {
    const total = months.reduce((sum, month) => sum + this.sum([row], month), 0);
    return html`<tr class=${row.covers}>
      <th scope="row">${label}</th>
      ${months.map((month) => html`<td>${this.renderCell(row, month, label)}</td>`)}
      <td class="sum">${this.amount(total)}</td>
      <td>${this.canChange() ? this.renderFill(row, label) : nothing}</td>
    </tr>`;
  }

  private renderCell(row: TargetRow, month: number, label: string) {
    const value = row.months.get(month)?.amount;
    if (!this.canChange()) return value ? formatMoney(value, { maximumFractionDigits: 0 }) : '';
    return html`<input
      class="control"
      inputmode="decimal"
      autocomplete="off"
      aria-label=${t('target.cell', { who: label, month: monthName(month) })}
      .value=${live(value ? formatNumber(value.amount, { maximumFractionDigits: 2 }) : '')}
      @focus=${(event: FocusEvent) => inputOf(event).select()}
      @keydown=${moveInColumn}
      @change=${(event: Event) => this.onChange(event, row, month)}
    />`;
  }

  private renderFill(row: TargetRow, label: string) {
    const text = t('target.fill', { who: label });
    return html`<button
      type="button"
      class="button ghost square"
      aria-label=${text}
      title=${text}
      ?disabled=${row.months.size === 0 || row.months.size === 12}
      @click=${() => this.fill(row)}
    >
      <rl-icon name="arrow-right"></rl-icon>
    </button>`;
  }

  private renderAdd() {
    if (!this.canChange()) return nothing;
    return html`<rl-picker
      class="add"
      label=${t('target.add')}
      placeholder=${t('target.add')}
      .keep=${false}
      .source=${findPeople}
      @change=${(event: CustomEvent<{ value: Choice | null }>) =>
        event.detail.value && this.add(event.detail.value)}
    ></rl-picker>`;
  }

  private canChange(): boolean {
    return this.entity.can.create;
  }

  private currency(): string {
    return this.meta.company.currency;
  }

  private sum(rows: readonly TargetRow[], month: number): number {
    return rows.reduce((sum, row) => sum + amountIn(row.months.get(month)?.amount, this.currency()), 0);
  }

  private amount(value: number): string {
    return value === 0
      ? '–'
      : formatMoney({ amount: value, currency: this.currency() }, { maximumFractionDigits: 0 });
  }

  private turn(by: number): void {
    this.year += by;
    this.shown = undefined;
    void this.load();
  }

  private async load(): Promise<void> {
    const { year } = this;
    try {
      const shown = await readYear(year, this.currency());
      if (year !== this.year) return;
      this.shown = shown;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  /** At the top: they get a place in their team with the first target. */
  private add({ id, title }: Choice): void {
    const { groups, won } = this.shown!;
    if (groups.some(({ people }) => people.some(({ owner }) => owner.id === id))) return;
    const row: TargetRow = { owner: { id, title }, covers: 'person', months: new Map() };
    this.shown = { won, groups: [{ team: null, name: '', people: [row] }, ...groups] };
  }

  private async onChange(event: Event, row: TargetRow, month: number): Promise<void> {
    const text = inputOf(event).value.trim();
    const amount = text === '' ? null : readAmount(text);
    if (amount === undefined) {
      showProblem(new Error(t('target.notAmount', { text: text.slice(0, 40) })));
      this.requestUpdate();
      return;
    }
    const before = row.months.get(month)?.amount ?? null;
    if (Number(before?.amount ?? 0) === Number(amount ?? 0) && Boolean(before) === (amount !== null)) return;
    const currency = before?.currency ?? this.currency();
    await this.keep(row, [[month, amount === null ? null : { amount, currency }]]);
  }

  /** The last target of the row, for every month after it. */
  private async fill(row: TargetRow): Promise<void> {
    const last = Math.max(...row.months.keys());
    const from = last === 12 ? Math.min(...row.months.keys()) : last;
    const { amount } = row.months.get(from)!;
    const empty = months.filter((month) => !row.months.has(month) && (last === 12 || month > last));
    if (
      !(await this.keep(
        row,
        empty.map((month) => [month, amount]),
      ))
    )
      return;
    showToast({
      text: t('target.filled', { who: row.owner.title, count: empty.length }),
      action: {
        label: t('action.undo'),
        run: async () => {
          await this.keep(
            row,
            empty.map((month) => [month, null]),
          );
        },
      },
    });
  }

  private async keep(
    row: TargetRow,
    changes: readonly (readonly [number, { amount: string | number; currency: string } | null])[],
  ): Promise<boolean> {
    try {
      for (const [month, amount] of changes) await keepTarget({ row, year: this.year, month }, amount);
      return true;
    } catch (error) {
      showProblem(error);
      return false;
    } finally {
      this.requestUpdate();
    }
  }
}

const inputOf = (event: Event): HTMLInputElement => event.target as HTMLInputElement; // listeners sit on inputs
const findPeople = async (search: string): Promise<Choice[]> =>
  (await findUsers(search)).map(({ id, name }) => ({ id, title: name }));
