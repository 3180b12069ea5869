import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { readAssignment, writeAssignment, type Assignment } from '../../moddle/assignment.ts';
import { childrenOf, isA, textOf } from '../../moddle/moddle-element.ts';
import { readDuration } from '../../timer/read-timer.ts';
import { units } from '../../timer/timer.ts';
import { writeDuration } from '../../timer/write-timer.ts';
import {
  presetExpressions,
  readPreset,
  readRoles,
  writeRoles,
  type AssigneePreset,
} from '../assignee-preset.ts';
import { choiceInput, grouped, labelled, textArea, textInput } from '../inputs.ts';
import type { PanelContext, Section } from '../panel-context.ts';
import { peopleInFields } from '../people-in-fields.ts';
import '../rl-expression.ts';
import '../rl-person-picker.ts';
import '../rl-role-choices.ts';

const presets: AssigneePreset[] = [
  'owner',
  'ownerManager',
  'starter',
  'person',
  'field',
  'role',
  'expression',
  'nobody',
];

/** Who does it, and until when. */
export const person: Section = (context) => {
  const { element, model, edit } = context;
  if (!isA(model, 'bpmn:UserTask')) return null;
  const assignment = readAssignment(model);
  const chosen = chosenPreset(context, readPreset(assignment));
  const write = (changed: Partial<Assignment>): void =>
    edit.extension(element, 'relata:Assignment', writeAssignment(edit.create, { ...assignment, ...changed }));
  const choose = (preset: string): void => {
    lastChosen = { element: element.id, preset: preset as AssigneePreset }; // One of the presets.
    if (preset in presetExpressions) {
      const assignee = presetExpressions[preset as keyof typeof presetExpressions];
      write({ assignee, candidateRoles: '', candidateUsers: '' });
    } else if (preset === 'nobody') write({ assignee: '', candidateRoles: '', candidateUsers: '' });
    else if (preset === 'role') write({ assignee: '' });
    else if (preset === 'field') write({ assignee: '', candidateRoles: '', candidateUsers: '' });
    context.refresh();
  };
  const offered = presets.filter((preset) => preset === chosen || isOffered(context, preset));
  return html`
    ${whatToDo(context)}
    ${labelled(
      t('designer.who'),
      choiceInput({
        value: chosen,
        choices: offered.map((preset) => ({ value: preset, label: t(`designer.who.${preset}`) })),
        change: choose,
      }),
      chosen === 'nobody' ? t('designer.who.nobody.help') : '',
    )}
    ${whoDetails(context, { chosen, assignment, write })} ${due(context, assignment, write)}
    ${labelled(
      t('designer.priority'),
      choiceInput({
        // 50 is what the engine takes for none.
        value: assignment.priority === '50' ? '' : assignment.priority,
        none: t('designer.priority.normal'),
        choices: ['25', '75', '100'].map((value) => ({ value, label: t(`designer.priority.${value}`) })),
        change: (priority) => write({ priority }),
      }),
    )}
  `;
};

/** BPMN's documentation of the task, which whoever does it reads above the form. */
const whatToDo = ({ element, model, edit }: PanelContext) => {
  const parts = childrenOf(model, 'documentation');
  return labelled(
    t('designer.whatToDo'),
    textArea({
      value: parts.map((part) => textOf(part, 'text')).join('\n\n'),
      change: (typed) => {
        const text = typed.trim();
        edit.properties(element, {
          documentation: text ? [edit.create('bpmn:Documentation', { text })] : [],
        });
      },
    }),
    t('designer.whatToDo.help'),
  );
};

/** What is said of a record needs a flow about one, and a field that names a person one that has such. */
const isOffered = ({ meta, subject }: PanelContext, preset: AssigneePreset): boolean => {
  if (preset === 'field') return peopleInFields(meta, subject).length > 0;
  return subject !== '' || (preset !== 'owner' && preset !== 'ownerManager');
};

/** A preset chosen but not yet filled in, such as a role without one: the element says nothing of it yet. */
let lastChosen: { element: string; preset: AssigneePreset } | undefined;

const chosenPreset = ({ element }: PanelContext, read: AssigneePreset): AssigneePreset => {
  const wanted = lastChosen?.element === element.id ? lastChosen.preset : undefined;
  const isWaiting = wanted === 'person' || wanted === 'field' || wanted === 'role' || wanted === 'expression';
  return isWaiting && (read === 'nobody' || wanted === 'expression') ? wanted : read;
};

interface Who {
  chosen: AssigneePreset;
  assignment: Assignment;
  write: (changed: Partial<Assignment>) => void;
}

const whoDetails = (context: PanelContext, { chosen, assignment, write }: Who) => {
  const { choices } = context;
  if (chosen === 'person') {
    return html`<rl-person-picker
      .value=${assignment.assignee.replaceAll("'", '')}
      @rl-change=${(event: CustomEvent<{ value: string }>) =>
        write({ assignee: event.detail.value ? `'${event.detail.value}'` : '' })}
    ></rl-person-picker>`;
  }
  if (chosen === 'field') return personInField(context, assignment, write);
  if (chosen === 'role') return candidates(context, assignment, write);
  if (chosen === 'expression') {
    return expression(t('designer.who.expression'), assignment.assignee, choices, (value) =>
      write({ assignee: value }),
    );
  }
  return nothing;
};

const personInField = ({ meta, subject }: PanelContext, { assignee }: Assignment, write: Who['write']) => {
  const people = peopleInFields(meta, subject);
  const isKnown = assignee === '' || people.some(({ value }) => value === assignee);
  return choiceInput({
    value: assignee,
    none: t('form.choose'),
    label: t('designer.who.field.which'),
    choices: isKnown ? people : [{ value: assignee, label: assignee }, ...people],
    change: (value) => write({ assignee: value }),
  });
};

/** Whoever has one of the roles, or is one of the people: the first to take it does it. */
const candidates = ({ meta, choices }: PanelContext, assignment: Assignment, write: Who['write']) => {
  const { candidateRoles, candidateUsers } = assignment;
  const roles = readRoles(candidateRoles);
  const people = readRoles(candidateUsers);
  return html`${grouped(
    t('designer.who.roles'),
    roles === null
      ? expression(t('designer.who.roles'), candidateRoles, choices, (value) =>
          write({ candidateRoles: value }),
        )
      : html`<rl-role-choices
          .roles=${meta.roles}
          .chosen=${roles}
          @rl-change=${(event: CustomEvent<{ roles: string[] }>) =>
            write({ candidateRoles: writeRoles(event.detail.roles) })}
        ></rl-role-choices>`,
  )}
  ${grouped(
    t('designer.who.people'),
    people === null
      ? expression(t('designer.who.people'), candidateUsers, choices, (value) =>
          write({ candidateUsers: value }),
        )
      : [...people, ''].map(
          (id, index) =>
            html`<rl-person-picker
              .value=${id}
              @rl-change=${({ detail }: CustomEvent<{ value: string }>) =>
                write({
                  candidateUsers: writeRoles(
                    [...people.slice(0, index), detail.value, ...people.slice(index + 1)].filter(Boolean),
                  ),
                })}
            ></rl-person-picker>`,
        ),
  )}`;
};

const expression = (
  label: string,
  value: string,
  choices: PanelContext['choices'],
  change: (value: string) => void,
) =>
  html`<rl-expression
    .value=${value}
    .choices=${choices}
    label=${label}
    placeholder="$subject.owner"
    @rl-change=${(event: CustomEvent<{ value: string }>) => change(event.detail.value)}
  ></rl-expression>`;

const due = ({ choices }: PanelContext, assignment: Assignment, write: Who['write']) => {
  const duration = readDuration(assignment.due);
  const isExpression = assignment.due !== '' && !duration;
  return grouped(
    t('designer.due'),
    isExpression
      ? expression(t('designer.due'), assignment.due, choices, (value) => write({ due: value }))
      : html`<div class="line">
          <span class="narrow"
            >${textInput({
              type: 'number',
              min: 0,
              label: t('designer.due.amount'),
              placeholder: '–',
              value: duration ? String(duration.amount) : '',
              change: (amount) =>
                write({
                  due: Number(amount) > 0 ? writeDuration(Number(amount), duration?.unit ?? 'days') : '',
                }),
            })}</span
          >
          ${choiceInput({
            value: duration?.unit ?? 'days',
            label: t('designer.timer.unit'),
            choices: [
              ...units.map((unit) => ({ value: unit as string, label: t(`designer.due.${unit}`) })),
              { value: 'expression', label: t('designer.due.expression') },
            ],
            change: (value) => {
              const unit = units.find((each) => each === value);
              write({ due: unit ? writeDuration(duration?.amount ?? 1, unit) : '$now()' });
            },
          })}
        </div>`,
  );
};
