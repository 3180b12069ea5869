import type { MetaTask } from '../../web/data/meta.ts';
import { writeLiteral } from '../../web/condition/literal.ts';
import { schemaFields } from '../moddle/schema-fields.ts';
import { writeTaskBinding } from '../moddle/task-binding.ts';
import { standardSteps, type StandardStep } from './standard-steps.ts';
import type { Step } from './step.ts';

type Text = (key: string) => string;

/** Every step that can be added, in the order shown: people, what everybody has, waiting, deciding, what plugins bring. */
export const stepsOf = (tasks: readonly MetaTask[], text: Text): Step[] => {
  const standard = (group: StandardStep['group']): Step[] =>
    standardSteps.filter((step) => step.group === group).map((step) => standardStep(step, text));
  const byGroup = [...tasks].sort((a, b) => a.groupLabel.localeCompare(b.groupLabel));
  const common = new Set(tasks.filter(({ id }) => id.startsWith('core.')).map(({ group }) => group));
  const [ofAll, ofPlugins] = [true, false].map((isCommon) =>
    byGroup.filter(({ group }) => common.has(group) === isCommon).map(taskStep),
  );
  return [
    ...standard('people'),
    ...(ofAll ?? []),
    ...standard('wait'),
    ...standard('decide'),
    ...(ofPlugins ?? []),
    ...standard('more'),
  ];
};

const standardStep = (step: StandardStep, text: Text): Step => ({
  ...step,
  groupLabel: text(`designer.group.${step.group}`),
  label: text(`designer.step.${step.id}`),
  help: text(`designer.step.${step.id}.help`),
  words: text(`designer.step.${step.id}.words`),
});

const taskStep = (task: MetaTask): Step => ({
  id: `task:${task.id}`,
  group: `tasks:${task.group}`,
  groupLabel: task.groupLabel,
  label: task.label,
  help: task.help,
  icon: task.icon,
  shape: {
    type: 'bpmn:ServiceTask',
    isNamed: true,
    extensions: (create, { subject }) => {
      const binding = writeTaskBinding(create, {
        type: task.id,
        inputs: subjectInputs(task, subject),
        outputs: [],
      });
      return binding ? [binding] : [];
    },
  },
});

/** What takes a record of the kind the flow is about gets that record, and so does what takes one of any kind. */
const subjectInputs = (task: MetaTask, subject: string): { name: string; value: string }[] => {
  if (subject === '') return [];
  const fields = schemaFields(task.input);
  const kinds = new Set(fields.map(({ recordOf }) => recordOf));
  return fields.flatMap(({ name, entity, recordOf }) => {
    if (kinds.has(name)) return [{ name, value: writeLiteral(subject) }];
    const isRecord = entity === subject || name === subject || recordOf !== '';
    return isRecord ? [{ name, value: '$subject.id' }] : [];
  });
};

/** All that a step is found by. */
export const searchWords = ({ label, help, words = '', groupLabel }: Step): string =>
  `${label} ${help} ${words} ${groupLabel}`;

/** The steps whose words have every word of the search in them. */
export const findSteps = (steps: readonly Step[], search: string): Step[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return steps.filter((step) => {
    const hay = searchWords(step).toLowerCase();
    return words.every((word) => hay.includes(word));
  });
};
