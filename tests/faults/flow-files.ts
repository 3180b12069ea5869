/** Flows that fault scenarios run, as files. */
import { process as bpmn, script, sequence, service } from '../support/flow-world.ts';

const timer = (id: string, duration: string): string =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:timerEventDefinition><bpmn:timeDuration>${duration}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;

/** A person, an hour, a call to another system: one wait of each kind. */
export const waitsOfAllKinds = (url: string): string =>
  bpmn(
    'waits',
    `<bpmn:startEvent id="s"/><bpmn:userTask id="ask" name="Ask"/>${timer('hour', 'PT1H')}${service(
      'call',
      'core.http-request',
      { inputs: [`name="method" value="'POST'"`, `name="url" value="'${url}'"`, 'name="body" value="n"'] },
    )}<bpmn:endEvent id="e"/>${sequence('s', 'ask', 'hour', 'call', 'e')}`,
  );

/** Works without a wait: a script, a record, the end. */
export const straight = bpmn(
  'straight',
  `<bpmn:startEvent id="s"/>${script('double', 'n * 2', 'twice')}${makeAccount('make')}<bpmn:endEvent id="e"/>${sequence('s', 'double', 'make', 'e')}`,
);

/** A script, a person, then a record: what is done before the wait, and what after, can be counted. */
export const scriptAndPerson = bpmn(
  'person',
  `<bpmn:startEvent id="s"/>${script('double', 'n * 2', 'twice')}<bpmn:userTask id="ask" name="Ask"/>${makeAccount('make')}<bpmn:endEvent id="e"/>${sequence('s', 'double', 'ask', 'make', 'e')}`,
);

function makeAccount(id: string): string {
  return service(id, 'core.create-record', {
    inputs: [
      `name="entity" value="'account'"`,
      `name="values" value="{'name': 'Account ' &amp; $string(n)}"`,
    ],
  });
}
