import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { newCalendar, weeklyHours, type Calendar, type NamedCalendar } from '../../../data/company.ts';
import { t } from '../../../data/i18n.ts';
import { base } from '../../../styles/base.ts';
import { buttons } from '../../../styles/buttons.ts';
import { controls } from '../../../styles/controls.ts';
import '../../../components/rl-icon.ts';
import './rl-holidays.ts';
import './rl-working-hours.ts';

/** Calendars beside the company's: of a team, a country, a promise. Fires `change` with `detail.calendars`. */
@customElement('rl-calendars')
export class RlCalendars extends LitElement {
  @property({ attribute: false }) calendars: NamedCalendar[] = [];
  /** What a new one begins with. */
  @property({ attribute: false }) usual: Calendar = { hours: [], holidays: [] };
  @property() zone = '';

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: block;
      }
      details {
        border-bottom: 1px solid var(--rl-line);
      }
      summary {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        min-height: 40px;
        cursor: pointer;
      }
      summary rl-icon {
        color: var(--rl-muted);
      }
      details[open] > summary rl-icon {
        transform: rotate(90deg);
      }
      .about,
      .none {
        margin: 0;
        color: var(--rl-muted);
      }
      .none {
        margin-bottom: 8px;
      }
      .facts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
        gap: 12px 16px;
        max-width: 720px;
        padding: 4px 0 8px;
      }
      .body {
        padding: 0 0 16px 24px;
      }
      h3 {
        margin: 16px 0 4px;
      }
      .add {
        margin-top: 8px;
      }
      code {
        font-family: var(--rl-mono);
      }
      @media (max-width: 720px) {
        .body {
          padding-left: 0;
        }
      }
    `,
  ];

  protected override render() {
    return html`${
        this.calendars.length === 0 ? html`<p class="none">${t('company.noCalendars')}</p>` : nothing
      }
      <datalist id="zones">
        ${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value=${zone}></option>`)}
      </datalist>
      ${this.calendars.map((calendar, index) => this.calendar(calendar, index))}
      <button type="button" class="button add" @click=${this.add}>
        <rl-icon name="plus"></rl-icon>${t('company.addCalendar')}
      </button>`;
  }

  private calendar(calendar: NamedCalendar, index: number) {
    const set = (change: Partial<NamedCalendar>): void =>
      this.tell(this.calendars.with(index, { ...calendar, ...change }));
    const hours = t('company.week', { hours: weeklyHours(calendar.hours) });
    return html`<details>
      <summary>
        <rl-icon name="chevron-right"></rl-icon><strong>${calendar.name}</strong>
        <span class="about">${[hours, calendar.timeZone].filter(Boolean).join(' · ')}</span>
      </summary>
      <div class="body">
        <div class="facts">${this.facts(calendar, set)}</div>
        <p class="about">${t('company.calendarId')} <code>${calendar.id}</code></p>
        <h3>${t('company.hours')}</h3>
        <rl-working-hours
          .hours=${calendar.hours}
          @change=${(event: CustomEvent<Pick<Calendar, 'hours'>>) => set(event.detail)}
        ></rl-working-hours>
        <h3>${t('company.holidays')}</h3>
        <rl-holidays
          .holidays=${calendar.holidays}
          @change=${(event: CustomEvent<Pick<Calendar, 'holidays'>>) => set(event.detail)}
        ></rl-holidays>
        <button
          type="button"
          class="button add"
          @click=${() => this.tell(this.calendars.toSpliced(index, 1))}
        >
          ${t('company.removeCalendar', { name: calendar.name })}
        </button>
      </div>
    </details>`;
  }

  private facts(calendar: NamedCalendar, set: (change: Partial<NamedCalendar>) => void) {
    // The casts: each listener sits on its input.
    const valueOf = (event: Event): string => (event.target as HTMLInputElement).value.trim();
    return html`<label class="field"
        ><span class="field-label">${t('company.name')}</span
        ><input
          class="control"
          required
          maxlength="120"
          .value=${calendar.name}
          @change=${(event: Event) => set({ name: valueOf(event) || calendar.name })}
      /></label>
      <label class="field"
        ><span class="field-label">${t('company.timeZone')}</span
        ><input
          class="control"
          list="zones"
          placeholder=${this.zone}
          .value=${calendar.timeZone ?? ''}
          @change=${(event: Event) => set({ timeZone: valueOf(event) || undefined })}
      /></label>`;
  }

  private add(): void {
    const name = t('company.calendarNew', { number: this.calendars.length + 1 });
    const fresh = newCalendar(name, { usual: this.usual, taken: this.calendars });
    this.tell([...this.calendars, fresh]);
    void this.updateComplete.then(() => {
      const details = this.renderRoot.querySelector<HTMLDetailsElement>('details:last-of-type');
      if (!details) return;
      details.open = true;
      details.querySelector('input')?.select();
    });
  }

  private tell(calendars: NamedCalendar[]): void {
    this.calendars = calendars;
    this.dispatchEvent(new CustomEvent('change', { detail: { calendars } }));
  }
}
