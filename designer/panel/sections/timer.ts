import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { isA, textOf } from '../../moddle/moddle-element.ts';
import { timerSource } from '../../moddle/timer-source.ts';
import { timerProperties, type TimerSource } from '../../timer/timer.ts';
import { calendarInput } from '../calendar-input.ts';
import { grouped } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import { shownDefinition } from '../shown-definition.ts';
import '../rl-timer-editor.ts';

/** When a timer is due. */
export const timer: Section = (context) => {
  const { element, model, edit, meta, choices } = context;
  const definition = shownDefinition(context, 'timer');
  if (!definition) return null;
  const write = ({ property, source }: TimerSource): void =>
    edit.inside(
      element,
      definition,
      Object.fromEntries(
        timerProperties.map((name) => [
          name,
          name === property ? edit.formal(definition, source) : undefined,
        ]),
      ),
    );
  const repeats = isA(model, 'bpmn:StartEvent') || model.get('cancelActivity') === false;
  const source = timerSource(definition);
  const countsWork = source?.source.trim().startsWith('business:') ?? false;
  return html`${grouped(
    t('designer.timer'),
    html`<rl-timer-editor
      .source=${source}
      ?repeats=${repeats}
      .choices=${choices}
      zone=${meta.company.timeZone}
      @rl-change=${(event: CustomEvent<TimerSource>) => write(event.detail)}
    ></rl-timer-editor>`,
  )}
  ${
    countsWork
      ? calendarInput({
          value: textOf(definition, 'relata:calendar'),
          none: t('designer.calendar.flow'),
          ...{ meta, choices },
          change: (calendar) =>
            edit.inside(element, definition, { 'relata:calendar': calendar || undefined }),
        })
      : nothing
  }`;
};
