import { addField } from './form-fields.ts';
import { readJuel, sharedAttributes, sharedExtensions } from './java-engines.ts';
import { attributeOf } from './place.ts';
import type { Foreign, Place } from './place.ts';
import type { Outcome, Tool } from './tool.ts';

export const camunda7: Tool = {
  name: 'Camunda 7',
  namespaces: ['http://camunda.org/schema/1.0/bpmn', 'http://activiti.org/bpmn'],
  read: readJuel,
  scriptFormats: ['juel'],
  containers: ['formData', 'inputOutput'],
  attributes: {
    ...sharedAttributes,
    historyTimeToLive: (place, text) => {
      const period = /^\d+$/.test(text) ? `P${text}D` : text;
      return /^P\d+[DWMY]$/.test(period) ? place.attribute('retention', period) : null;
    },
  },
  extensions: {
    ...sharedExtensions,
    formField: (place, field) => formField(place, field),
    inputParameter: (place, parameter) => parameterOf(place, parameter),
    outputParameter: (place, parameter) => parameterOf(place, parameter),
  },
};

const formField = (place: Place, field: Foreign): Outcome => {
  const rules = (field.$children ?? []).flatMap((child) => child.$children ?? []);
  const required = rules.find((rule) => rule.get('name') === 'required');
  const isRequired = required !== undefined && attributeOf(required, 'name') !== undefined;
  return addField(place, field, { label: attributeOf(field, 'label'), isRequired });
};

const parameterOf = (place: Place, parameter: Foreign): Outcome => {
  const name = attributeOf(parameter, 'name');
  if (name === undefined || parameter.$children !== undefined) return null;
  const value = place.value(parameter.$body ?? '');
  if (value === null) return null;
  const isIn = parameter.$type.endsWith(':inputParameter');
  if (place.isA('ServiceTask', 'SendTask', 'BusinessRuleTask'))
    return isIn
      ? place.addTo('Task', 'inputs', ['Input', { name, value }])
      : place.addTo('Task', 'outputs', ['Output', { variable: name, value }]);
  if (!place.isA('CallActivity', 'SubProcess')) return null;
  place.add(isIn ? 'In' : 'Out', { source: value, target: name });
  return `relata:${isIn ? 'in' : 'out'} source="${value}" target="${name}"`;
};
