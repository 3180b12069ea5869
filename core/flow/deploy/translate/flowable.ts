import { addField } from './form-fields.ts';
import { readJuel, sharedAttributes, sharedExtensions } from './java-engines.ts';
import { attributeOf } from './place.ts';
import type { Tool } from './tool.ts';

export const flowable: Tool = {
  name: 'Flowable',
  namespaces: ['http://flowable.org/bpmn'],
  read: readJuel,
  scriptFormats: ['juel'],
  containers: [],
  attributes: {
    ...sharedAttributes,
    inheritVariables: (place, text) => {
      if (text === 'true') place.add('In', { all: true });
      return text === 'true' ? 'relata:in all="true"' : '';
    },
    businessKey: (place, text) => place.attribute('businessKey', place.value(text)),
    // The flow is named by its key here too, and its key goes along.
    calledElementType: (_place, type) => (type === 'key' ? '' : null),
    inheritBusinessKey: () => '',
    sameDeployment: (place, text) => (text === 'true' ? place.attribute('binding', 'deployment') : ''),
  },
  extensions: {
    ...sharedExtensions,
    formProperty: (place, foreign) =>
      addField(place, foreign, {
        label: attributeOf(foreign, 'name'),
        isRequired: attributeOf(foreign, 'required') === 'true',
      }),
  },
};
