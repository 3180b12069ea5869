import { processXml } from '../../step/testing/load-flow.ts';
import { around, extended } from './faulty-parts.ts';

/** Files that name what is not there. */
export const faultyNames = {
  'named-entity-unknown': [
    processXml(
      around(
        '<bpmn:scriptTask id="x" relata:resultVariable="r"><bpmn:script>$get("unicorn", "1").name</bpmn:script></bpmn:scriptTask>',
      ),
    ),
    'x',
  ],
  'named-role-unknown': [
    processXml(
      around(extended('userTask', `<relata:assignment candidateRoles="['sales.seller', 'wizards']"/>`)),
    ),
    'x',
  ],
  'named-person-unknown': [
    processXml(around(extended('userTask', `<relata:assignment assignee="'merlin@example.org'"/>`))),
    'x',
  ],
} satisfies Record<string, [xml: string, element: string | null]>;
