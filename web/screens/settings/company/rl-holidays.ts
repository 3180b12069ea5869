import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../../data/i18n.ts';
import { locale } from '../../../data/locale.ts';
import { base } from '../../../styles/base.ts';
import { buttons } from '../../../styles/buttons.ts';
import { controls } from '../../../styles/controls.ts';
import '../../../components/rl-icon.ts';

/** More at once is a slip of the hand. */
const mostDays = 60;

/** Dates on which nobody works, by year. Fires `change` with `detail.holidays`. */
@customElement('rl-holidays')
export class RlHolidays extends LitElement {
  @property({ attribute: false }) holidays: string[] = [];

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: block;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: 8px;
        margin-bottom: 8px;
      }
      form label {
        width: 152px;
      }
      h3 {
        margin: 12px 0 4px;
        color: var(--rl-muted);
        font-weight: 500;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        padding-left: 8px;
        border-radius: var(--rl-radius);
        background: var(--rl-sunken);
        font-variant-numeric: tabular-nums;
      }
      .none {
        margin: 0;
        color: var(--rl-muted);
      }
    `,
  ];

  protected override render() {
    const years = Map.groupBy(this.holidays.toSorted(), (date) => date.slice(0, 4));
    return html`<form @submit=${this.add}>
        <label
          ><span class="field-label">${t('company.holidayFrom')}</span
          ><input class="control" type="date" name="from" required
        /></label>
        <label
          ><span class="field-label">${t('company.holidayTo')}</span
          ><input class="control" type="date" name="to"
        /></label>
        <button class="button">${t('company.addHoliday')}</button>
      </form>
      ${this.holidays.length === 0 ? html`<p class="none">${t('company.noHolidays')}</p>` : nothing}
      ${[...years].map(
        ([year, dates]) =>
          html`<h3>${year}</h3>
            <ul>
              ${dates.map((date) => this.date(date))}
            </ul>`,
      )}`;
  }

  private date(date: string) {
    const shown = new Intl.DateTimeFormat(locale(), {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      timeZone: 'UTC',
    }).format(Date.parse(date));
    return html`<li>
      <time datetime=${date}>${shown}</time
      ><button
        type="button"
        class="button ghost square"
        aria-label=${t('company.removeHoliday', { date: shown })}
        title=${t('company.removeHoliday', { date: shown })}
        @click=${() => this.tell(this.holidays.filter((other) => other !== date))}
      >
        <rl-icon name="x"></rl-icon>
      </button>
    </li>`;
  }

  private add(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement; // the listener sits on the form
    const data = new FormData(form);
    const from = String(data.get('from'));
    const to = String(data.get('to') || from);
    const days = Math.min(mostDays, (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1);
    const added = Array.from({ length: Math.max(1, days) }, (_, day) =>
      new Date(Date.parse(from) + day * 86_400_000).toISOString().slice(0, 10),
    );
    this.tell([...new Set([...this.holidays, ...added])].toSorted());
    form.reset();
  }

  private tell(holidays: string[]): void {
    this.dispatchEvent(new CustomEvent('change', { detail: { holidays } }));
  }
}
