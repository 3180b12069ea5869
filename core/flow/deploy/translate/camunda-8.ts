import { feelToJsonata, isFeel } from './feel.ts';
import { attributeOf } from './place.ts';
import type { Foreign, Place } from './place.ts';
import type { Outcome, Tool } from './tool.ts';

export const camunda8: Tool = {
  name: 'Camunda 8',
  namespaces: ['http://camunda.org/schema/zeebe/1.0'],
  read: (text) => (isFeel(text) ? feelToJsonata(text) : undefined),
  scriptFormats: ['feel'],
  containers: ['ioMapping'],
  attributes: {},
  extensions: {
    // The only kind of user task there is here.
    userTask: () => '',
    assignmentDefinition: (place, foreign) =>
      parts(place, foreign, {
        assignee: ['assignee', (text) => place.value(text)],
        candidateGroups: ['candidateRoles', (text) => place.list(text)],
        candidateUsers: ['candidateUsers', (text) => place.list(text)],
      }),
    taskSchedule: (place, foreign) =>
      parts(place, foreign, {
        dueDate: ['due', (text) => date(place, text)],
        followUpDate: ['followUp', (text) => date(place, text)],
      }),
    priorityDefinition: (place, foreign) =>
      parts(place, foreign, { priority: ['priority', (text) => place.variable(text)] }),
    taskDefinition,
    input: (place, foreign) => mapping(place, foreign),
    output: (place, foreign) => mapping(place, foreign),
    calledElement,
    adHoc: (place, foreign) =>
      place.attribute('activate', place.variable(attributeOf(foreign, 'activeElementsCollection') ?? '')),
    loopCharacteristics: loop,
    script: (place, foreign) => {
      const source = place.value(attributeOf(foreign, 'expression') ?? '');
      const name = attributeOf(foreign, 'resultVariable');
      if (source === null) return null;
      place.script(source);
      return joined([source, name === undefined ? '' : place.attribute('resultVariable', name)]);
    },
    calledDecision: (place, foreign) =>
      parts(
        place,
        foreign,
        {
          decisionId: ['ref', (text) => (isFeel(text) ? null : text)],
          resultVariable: ['result', (text) => text],
        },
        'Decision',
      ),
  },
};

type Part = [name: string, value: (text: string) => string | null];

/** Attributes of one element there that are those of one element here. */
function parts(place: Place, foreign: Foreign, table: Record<string, Part>, type = 'Assignment'): Outcome {
  return joined(
    Object.entries(table).map(([from, [to, value]]) => {
      const text = attributeOf(foreign, from);
      return text === undefined ? '' : place.part(type, to, value(text));
    }),
  );
}

/** Null when one of them is. */
function joined(outcomes: readonly Outcome[]): Outcome {
  return outcomes.includes(null) ? null : outcomes.filter((outcome) => outcome !== '').join(', ');
}

function date(place: Place, text: string): string | null {
  return isFeel(text) ? place.value(text) : text;
}

function taskDefinition(place: Place, foreign: Foreign): Outcome {
  const type = attributeOf(foreign, 'type');
  if (type === undefined || isFeel(type) || !place.isA('ServiceTask', 'SendTask', 'BusinessRuleTask'))
    return null;
  const retries = attributeOf(foreign, 'retries');
  return joined([
    place.part('Task', 'type', type),
    retries === undefined ? '' : place.part('Retry', 'times', /^\d+$/.test(retries) ? retries : null),
  ]);
}

function mapping(place: Place, foreign: Foreign): Outcome {
  const source = place.value(attributeOf(foreign, 'source') ?? '');
  const target = attributeOf(foreign, 'target');
  if (source === null || target === undefined || target.includes('.')) return null;
  const isIn = foreign.$type.endsWith(':input');
  if (place.isA('ServiceTask', 'SendTask', 'BusinessRuleTask'))
    return isIn
      ? place.addTo('Task', 'inputs', ['Input', { name: target, value: source }])
      : place.addTo('Task', 'outputs', ['Output', { variable: target, value: source }]);
  if (!place.isA('CallActivity', 'SubProcess')) return null;
  place.add(isIn ? 'In' : 'Out', { source, target });
  return `relata:${isIn ? 'in' : 'out'} source="${source}" target="${target}"`;
}

/** There everything goes in and out unless it is said otherwise. */
function calledElement(place: Place, foreign: Foreign): Outcome {
  const flow = place.value(attributeOf(foreign, 'processId') ?? '');
  const binding = attributeOf(foreign, 'bindingType') ?? 'latest';
  if (flow === null || !/^(latest|deployment)$/.test(binding)) return null;
  const said = [place.attribute('flow', flow), place.attribute('binding', binding)];
  for (const [type, attribute] of [
    ['In', 'propagateAllParentVariables'],
    ['Out', 'propagateAllChildVariables'],
  ] as const) {
    if (attributeOf(foreign, attribute) === 'false') continue;
    place.add(type, { all: true });
    said.push(`relata:${type.toLowerCase()} all="true"`);
  }
  return joined(said);
}

function loop(place: Place, foreign: Foreign): Outcome {
  const said = (from: string, to: string, value: (text: string) => string | null): Outcome => {
    const text = attributeOf(foreign, from);
    return text === undefined ? '' : place.attribute(to, value(text));
  };
  return joined([
    said('inputCollection', 'collection', (text) => place.variable(text)),
    said('inputElement', 'elementVariable', (text) => text),
    said('outputCollection', 'outputCollection', (text) => text),
    said('outputElement', 'outputElement', (text) => place.variable(text)),
  ]);
}
