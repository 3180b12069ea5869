import { html } from 'lit';
import { entityChoices } from '../../../web/data/entity-choices.ts';
import { t } from '../../../web/data/i18n.ts';
import { isFlowKey } from '../../moddle/flow-key.ts';
import { idOf, isA, nameOf, textOf } from '../../moddle/moddle-element.ts';
import { calendarInput } from '../calendar-input.ts';
import { choiceInput, folded, labelled, textInput } from '../inputs.ts';
import type { Section } from '../panel-context.ts';

const levels = ['none', 'activity', 'full'] as const;

/** The flow as a whole: shown when nothing is selected. */
export const process: Section = ({ element, model, process: flow, edit, meta, subject, choices }) => {
  if (!isA(model, 'bpmn:Process', 'bpmn:Participant', 'bpmn:Collaboration')) return null;
  const change = (properties: Record<string, unknown>): void => edit.inside(element, flow, properties);
  const key = idOf(flow);
  return html`
    ${labelled(t('designer.process.name'), textInput({ value: nameOf(flow), change: (name) => change({ name }) }))}
    ${labelled(
      t('designer.process.subject'),
      choiceInput({
        value: subject,
        none: t('designer.process.subject.none'),
        choices: entityChoices(meta),
        change: (entity) => change({ 'relata:subject': entity || undefined }),
      }),
      t('designer.process.subject.help'),
    )}
    ${folded(
      t('designer.more'),
      html` ${labelled(
        t('designer.process.key'),
        html`<input class="control mono" readonly .value=${key} />`,
        isFlowKey(key) ? t('designer.process.key.help') : t('designer.process.key.odd'),
      )}
      ${labelled(
        t('designer.process.history'),
        choiceInput({
          value: textOf(flow, 'relata:history'),
          none: t('designer.history.default'),
          choices: levels.map((value) => ({ value, label: t(`designer.history.${value}`) })),
          change: (level) => change({ 'relata:history': level || undefined }),
        }),
      )}
      ${retention(textOf(flow, 'relata:retention'), change)}
      ${calendarInput({
        value: textOf(flow, 'relata:calendar'),
        none: t('designer.calendar.company'),
        ...{ meta, choices },
        change: (calendar) => change({ 'relata:calendar': calendar || undefined }),
      })}`,
    )}
  `;
};

type Change = (properties: Record<string, unknown>) => void;

/** In days, unless it is said in another way. */
const retention = (value: string, change: Change) => {
  const days = /^P(\d+)D$/.exec(value)?.[1];
  const isDays = value === '' || days !== undefined;
  const write = (text: string): void => change({ 'relata:retention': text || undefined });
  return labelled(
    t(isDays ? 'designer.process.retention.days' : 'designer.process.retention'),
    textInput(
      isDays
        ? {
            type: 'number',
            min: 1,
            value: days ?? '',
            change: (text) => write(Number(text) > 0 ? `P${Math.round(Number(text))}D` : ''),
          }
        : { value, isMono: true, change: (text) => write(text.trim()) },
    ),
    t(isDays ? 'designer.process.retention.days.help' : 'designer.process.retention.help'),
  );
};
