import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import type { ScopeName } from '../../web/expression/scope.ts';
import { choiceInput, labelled } from './inputs.ts';
import './rl-expression.ts';

interface CalendarInput {
  /** The id of a calendar, or an expression; empty for what `none` says. */
  value: string;
  none: string;
  meta: Meta;
  choices: ScopeName[];
  change: (calendar: string) => void;
}

const byRecord = '=';

/** Whose working time is counted: the company's, that of a further calendar, or the one that a record names. */
export const calendarInput = ({ value, none, meta, choices, change }: CalendarInput): TemplateResult => {
  const isExpression = value !== '' && !/^[a-z][a-z0-9-]*$/.test(value);
  const label = t('designer.calendar');
  const company = t('designer.calendar.company');
  return html`${labelled(
    label,
    choiceInput({
      value: isExpression ? byRecord : value,
      none,
      choices: [
        ...(none === company ? [] : [{ value: 'company', label: company }]),
        ...meta.company.calendars.map(({ id, name }) => ({ value: id, label: name })),
        { value: byRecord, label: t('designer.calendar.record') },
      ],
      change: (chosen) => change(chosen === byRecord ? '$subject.calendar' : chosen),
    }),
    isExpression ? t('designer.calendar.record.help') : '',
  )}
  ${
    isExpression
      ? html`<rl-expression
          .value=${value}
          .choices=${choices}
          label=${label}
          placeholder="$subject.team.calendar"
          @rl-change=${(event: CustomEvent<{ value: string }>) => change(event.detail.value)}
        ></rl-expression>`
      : nothing
  }`;
};
