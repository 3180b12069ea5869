import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { isInOrder, readCompany, saveCompany, type Calendar, type Company } from '../../../data/company.ts';
import { t } from '../../../data/i18n.ts';
import { base } from '../../../styles/base.ts';
import { buttons } from '../../../styles/buttons.ts';
import { controls } from '../../../styles/controls.ts';
import '../../../components/rl-problem.ts';
import '../../../components/rl-skeleton.ts';
import { showToast } from '../../../components/toast.ts';
import { ToastRoom } from '../../../components/toast-room.ts';
import { settingsStyles } from '../settings-styles.ts';
import './rl-calendars.ts';
import './rl-holidays.ts';
import './rl-working-hours.ts';

/** Name, zone, currency, and when people work: what business time in flows counts by. */
@customElement('rl-company-page')
export class RlCompanyPage extends LitElement {
  @state() private stored: Company | undefined;
  @state() private company: Company | undefined;
  @state() private error: unknown;
  @state() private isBusy = false;

  protected readonly toastRoom = new ToastRoom(this, () => this.isChanged());

  static override styles = [
    base,
    buttons,
    controls,
    settingsStyles,
    css`
      .facts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
        gap: 12px 16px;
        max-width: 720px;
      }
      p {
        margin: 0 0 8px;
        color: var(--rl-muted);
      }
      .hint {
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      h2 {
        margin: 28px 0 4px;
      }
      .foot {
        position: sticky;
        bottom: -48px;
        display: flex;
        gap: 8px;
        margin-top: 24px;
        padding: 12px 0;
        border-top: 1px solid var(--rl-line);
        background: var(--rl-page);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const { company } = this;
    if (!company)
      return this.error
        ? html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`
        : html`<rl-skeleton rows="8"></rl-skeleton>`;
    return html`<form id="company" @submit=${this.save}>${this.facts(company)}</form>
      <h2>${t('company.hours')}</h2>
      <p>${t('company.hoursText')}</p>
      <rl-working-hours
        .hours=${company.calendar.hours}
        @change=${(event: CustomEvent<Pick<Calendar, 'hours'>>) => this.setCalendar(event.detail)}
      ></rl-working-hours>
      <h2>${t('company.holidays')}</h2>
      <p>${t('company.holidaysText')}</p>
      <rl-holidays
        .holidays=${company.calendar.holidays}
        @change=${(event: CustomEvent<Pick<Calendar, 'holidays'>>) => this.setCalendar(event.detail)}
      ></rl-holidays>
      <h2>${t('company.calendars')}</h2>
      <p>${t('company.calendarsText')}</p>
      <rl-calendars
        .calendars=${company.calendars}
        .usual=${company.calendar}
        zone=${company.timeZone}
        @change=${(event: CustomEvent<Pick<Company, 'calendars'>>) => {
          this.company = { ...company, ...event.detail };
        }}
      ></rl-calendars>
      ${this.foot(company)}`;
  }

  private facts(company: Company) {
    const input = (key: 'name' | 'timeZone' | 'currency', list: string[] = []) =>
      html`<label class="field"
        ><span class="field-label">${t(`company.${key}`)}</span
        ><input
          class="control"
          required
          maxlength="200"
          list=${list.length > 0 ? key : nothing}
          .value=${company[key]}
          @input=${(event: Event) => {
            // The cast: the listener sits on the input.
            this.company = { ...company, [key]: (event.target as HTMLInputElement).value };
          }}
        />${
          list.length > 0
            ? html`<datalist id=${key}>${list.map((one) => html`<option value=${one}></option>`)}</datalist>`
            : nothing
        }</label
      >`;
    return html`<div class="facts">
      ${input('name')} ${input('timeZone', Intl.supportedValuesOf('timeZone'))}
      ${input('currency', Intl.supportedValuesOf('currency'))} ${this.messageDays(company)}
    </div>`;
  }

  private messageDays(company: Company) {
    return html`<label class="field"
      ><span class="field-label">${t('company.messageDays')}</span
      ><input
        class="control"
        type="number"
        min="30"
        max="36525"
        placeholder=${t('company.messageDaysForever')}
        .value=${String(company.messageDays ?? '')}
        @input=${(event: Event) => {
          // The cast: the listener sits on the input.
          const { value } = event.target as HTMLInputElement;
          this.company = { ...company, messageDays: value === '' ? null : Number(value) };
        }}
      /><span class="hint">${t('company.messageDaysHelp')}</span></label
    >`;
  }

  private isChanged(): boolean {
    return JSON.stringify(this.company) !== JSON.stringify(this.stored);
  }

  private foot(company: Company) {
    if (!this.isChanged() && !this.error) return nothing;
    const isRight = [company.calendar, ...company.calendars].every(({ hours }) => hours.every(isInOrder));
    return html`${
        this.error ? html`<rl-problem inline .retry=${false} .error=${this.error}></rl-problem>` : nothing
      }
      <div class="foot">
        <button form="company" class="button primary" ?disabled=${this.isBusy || !isRight}>
          ${t('action.save')}
        </button>
        <button type="button" class="button" @click=${() => this.reset()}>${t('action.discard')}</button>
      </div>`;
  }

  private setCalendar(change: Partial<Calendar>): void {
    const company = this.company!; // shown only when it is there
    this.company = { ...company, calendar: { ...company.calendar, ...change } };
  }

  private reset(): void {
    this.company = this.stored;
    this.error = undefined;
  }

  private async load(): Promise<void> {
    try {
      this.stored = this.company = await readCompany();
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.isBusy = true;
    try {
      this.stored = this.company = await saveCompany(this.company!);
      this.error = undefined;
      showToast({ text: t('company.saved') });
      this.dispatchEvent(new CustomEvent('rl-meta-changed', { bubbles: true, composed: true }));
    } catch (error) {
      this.error = error;
    } finally {
      this.isBusy = false;
    }
  }
}
