/** Files of other tools, written for one thing each: what it is there, and what shows that it is the same here. */
import { processXml } from '../../step/testing/load-flow.ts';

const spaces = {
  'Camunda 7': 'http://camunda.org/schema/1.0/bpmn',
  Operaton: 'http://operaton.org/schema/1.0/bpmn',
  Flowable: 'http://flowable.org/bpmn',
  'Camunda 8': 'http://camunda.org/schema/zeebe/1.0',
} as const;
type Tool = keyof typeof spaces;

/** A file of a tool with one thing between start and end. */
export const wild = (tool: Tool, inner: string, around = ''): string =>
  processXml(
    `<bpmn:startEvent id="s"/>${inner}<bpmn:endEvent id="e"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="x"/><bpmn:sequenceFlow id="f2" sourceRef="x" targetRef="e"/>`,
    { around },
  )
    .replace('<bpmn:definitions', `<bpmn:definitions xmlns:c="${spaces[tool]}"`)
    .replace(' relata:history="full"', '');
const holding = (extensions: string): string =>
  `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`;
const gateway = (condition: string): string =>
  `<bpmn:exclusiveGateway id="x" default="f2"/><bpmn:task id="yes"/><bpmn:endEvent id="e2"/><bpmn:sequenceFlow id="f3" sourceRef="yes" targetRef="e2"/>
  <bpmn:sequenceFlow id="way" sourceRef="x" targetRef="yes"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`;
const pausing = (text: string): string =>
  `<bpmn:intermediateCatchEvent id="x"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${text}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
const message = (key = ''): string =>
  `<bpmn:message id="m" name="paid">${key && holding(`<c:subscription correlationKey="${key}"/>`)}</bpmn:message>`;
const event = (tag: string, attributes = ''): string =>
  `<bpmn:${tag} ${attributes}><bpmn:messageEventDefinition messageRef="m"/></bpmn:${tag}>`;

interface Sample {
  what: string;
  inner: string;
  around?: string;
  /** What one of its waits or its variables at the end must show. */
  wait?: object;
  end?: object;
  /** Elements it has come through. */
  through?: string;
  to?: string;
  untranslated?: string;
}

const java: Sample[] = [
  {
    what: 'the assignee',
    inner: '<bpmn:userTask id="x" c:assignee="${owner}"/>',
    wait: { assignee: 'u7' },
    to: 'relata:assignment assignee="owner"',
  },
  {
    what: 'candidate users',
    inner: '<bpmn:userTask id="x" c:candidateUsers="anna, ${owner}"/>',
    wait: { candidateUsers: ['anna', 'u7'] },
  },
  {
    what: 'candidate groups',
    inner: '<bpmn:userTask id="x" c:candidateGroups="sales,support"/>',
    wait: { candidateRoles: ['sales', 'support'] },
  },
  {
    what: 'async and exclusive flags',
    inner: '<bpmn:task id="x" c:async="true" c:asyncBefore="true" c:asyncAfter="true" c:exclusive="false"/>',
    through: 'x',
    to: '',
  },
  {
    what: 'what is called, with its mappings',
    inner: `<bpmn:callActivity id="x" calledElement="shipping">${holding('<c:in sourceExpression="${amount * 2}" target="twice"/><c:out source="parcel" target="box"/>')}</bpmn:callActivity>`,
    end: { box: 300 },
  },
  {
    what: 'what is called, with all variables',
    inner: `<bpmn:callActivity id="x" calledElement="shipping">${holding('<c:in variables="all"/><c:in source="amount" target="twice"/><c:out variables="all"/>')}</bpmn:callActivity>`,
    end: { parcel: 150 },
  },
  { what: '${name} in a timer', inner: pausing('${pause}'), through: 'x' },
  {
    what: 'a condition with ==, > and &&',
    inner: gateway('${a == 1 &amp;&amp; amount &gt; 100}'),
    through: 'yes',
    to: 'a = 1 and amount > 100',
  },
  { what: 'a condition with !, || and not', inner: gateway('${!(a != 1) || not b}'), through: 'yes' },
  {
    what: 'a message, correlated by its name',
    inner: event('intermediateCatchEvent', 'id="x"'),
    around: message(),
    wait: { kind: 'message', name: 'paid', correlationKey: null },
  },
  {
    what: 'a collection',
    inner:
      '<bpmn:userTask id="x"><bpmn:multiInstanceLoopCharacteristics isSequential="true" c:collection="items" c:elementVariable="item"><bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${nrOfCompletedInstances == 2}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>',
    through: 'x',
  },
  {
    what: 'a listener, which has no counterpart',
    inner: `<bpmn:task id="x">${holding('<c:executionListener event="start" class="org.example.Audit"/>')}</bpmn:task>`,
    untranslated: 'executionListener',
  },
];

const camunda8: Sample[] = [
  {
    what: 'the assignee',
    inner: `<bpmn:userTask id="x">${holding('<c:userTask/><c:assignmentDefinition assignee="=owner"/>')}</bpmn:userTask>`,
    wait: { assignee: 'u7' },
    to: 'relata:assignment assignee="owner"',
  },
  {
    what: 'candidates',
    inner: `<bpmn:userTask id="x">${holding('<c:assignmentDefinition candidateGroups="sales, support" candidateUsers="=[owner]"/>')}</bpmn:userTask>`,
    wait: { candidateRoles: ['sales', 'support'], candidateUsers: ['u7'] },
  },
  {
    what: 'what is called, with all variables',
    inner: `<bpmn:callActivity id="x">${holding('<c:calledElement processId="shipping"/><c:ioMapping><c:input source="=amount * 2" target="twice"/></c:ioMapping>')}</bpmn:callActivity>`,
    end: { parcel: 300 },
  },
  {
    what: 'what is called, with nothing but its mappings',
    inner: `<bpmn:callActivity id="x">${holding('<c:calledElement processId="=&quot;shipping&quot;" propagateAllParentVariables="false" propagateAllChildVariables="false"/><c:ioMapping><c:input source="=amount" target="twice"/><c:output source="=parcel" target="box"/></c:ioMapping>')}</bpmn:callActivity>`,
    end: { box: 150 },
  },
  {
    what: 'a key of a message that is caught',
    inner: event('intermediateCatchEvent', 'id="x"'),
    around: message('=order.id'),
    wait: { correlationKey: 'A7' },
    to: 'relata:correlationKey="order.id"',
  },
  {
    what: 'a key of a message that a task awaits',
    inner: '<bpmn:receiveTask id="x" messageRef="m"/>',
    around: message('=order.id'),
    wait: { correlationKey: 'A7' },
  },
  {
    what: 'a key of a message at a border',
    inner: `<bpmn:userTask id="x"/>${event('boundaryEvent', 'id="b" attachedToRef="x"')}<bpmn:endEvent id="e2"/><bpmn:sequenceFlow id="f3" sourceRef="b" targetRef="e2"/>`,
    around: message('=order.id'),
    wait: { correlationKey: 'A7' },
  },
  {
    what: 'a key of a message that begins an event sub-process',
    inner: `<bpmn:task id="x"/><bpmn:subProcess id="sub" triggeredByEvent="true">${event('startEvent', 'id="es"')}<bpmn:endEvent id="ee"/><bpmn:sequenceFlow id="f3" sourceRef="es" targetRef="ee"/></bpmn:subProcess>`,
    around: message('=order.id'),
    through: 'x',
    to: 'relata:correlationKey="order.id"',
  },
  {
    what: 'a condition in FEEL',
    inner: gateway('=a = 1 and amount &gt; 100'),
    through: 'yes',
    to: 'a = 1 and amount > 100',
  },
  {
    what: 'FEEL with not, if and a function',
    inner: gateway('=if not(b) then count(items) &gt; 2 else false'),
    through: 'yes',
  },
  { what: 'a timer in FEEL', inner: pausing('=pause'), through: 'x' },
  {
    what: 'a collection',
    inner: `<bpmn:userTask id="x"><bpmn:multiInstanceLoopCharacteristics>${holding('<c:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="out" outputElement="=item + 1"/>')}</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
    end: { out: [2, 3, 4] },
  },
  {
    what: 'headers, which have no counterpart',
    inner: `<bpmn:task id="x">${holding('<c:taskHeaders><c:header key="a" value="b"/></c:taskHeaders>')}</bpmn:task>`,
    untranslated: 'taskHeaders',
  },
];

/** What each tool's files may hold, one thing a file. */
export const samples: [Tool, string, Sample][] = [
  ...(['Camunda 7', 'Operaton', 'Flowable'] as const).flatMap((tool) =>
    java.map((sample): [Tool, string, Sample] => [tool, sample.what, sample]),
  ),
  ...camunda8.map((sample): [Tool, string, Sample] => ['Camunda 8', sample.what, sample]),
];

/** What is translated in part, or where it would be lost without a word: what it becomes, and what is told as left out. */
export const partly: [Tool, string, string, { around?: string; to?: string[]; not: string[] }][] = [
  [
    'Camunda 7',
    'variables of the scope alone',
    `<bpmn:callActivity id="x" calledElement="shipping">${holding('<c:in variables="all" local="true"/>')}</bpmn:callActivity>`,
    { to: ['relata:in all="true"'], not: ['<c:in local="true">'] },
  ],
  [
    'Camunda 7',
    'a field with rules and properties',
    `<bpmn:userTask id="x">${holding('<c:formData><c:formField id="n" type="long"><c:properties><c:property id="p" value="q"/></c:properties><c:validation><c:constraint name="min" config="1"/><c:constraint name="required"/></c:validation></c:formField></c:formData>')}</bpmn:userTask>`,
    {
      to: ['relata:form/field id="n" type="integer" required="true"'],
      not: ['<c:property id="p" value="q">', '<c:constraint name="min" config="1">'],
    },
  ],
  [
    'Camunda 7',
    'what a signal carries',
    `<bpmn:intermediateThrowEvent id="x"><bpmn:signalEventDefinition signalRef="m">${holding('<c:in source="a" target="b"/>')}</bpmn:signalEventDefinition></bpmn:intermediateThrowEvent>`,
    {
      around: '<bpmn:signal id="m" name="news-${a}"/>',
      to: ['relata:payload name="b" value="a"'],
      not: ['name="news-${a}"'],
    },
  ],
  [
    'Camunda 7',
    'a message that a program sends',
    '<bpmn:intermediateThrowEvent id="x"><bpmn:messageEventDefinition messageRef="m" c:type="external" c:topic="send"/></bpmn:intermediateThrowEvent>',
    { around: message(), not: ['c:type="external"', 'c:topic="send"'] },
  ],
  [
    'Camunda 7',
    'a condition in another language',
    gateway('approved').replace('tFormalExpression">', 'tFormalExpression" language="javascript">'),
    { not: ['language="javascript": approved'] },
  ],
  [
    'Camunda 7',
    'a decision',
    '<bpmn:businessRuleTask id="x" c:decisionRef="dish" c:resultVariable="r" c:mapDecisionResult="singleEntry"/>',
    {
      to: ['relata:decision ref="dish"', 'relata:decision result="r"'],
      not: ['c:mapDecisionResult="singleEntry"'],
    },
  ],
  [
    'Flowable',
    'names and expressions among candidates',
    '<bpmn:userTask id="x" c:candidateUsers="anna,${owner}"/>',
    { to: ['relata:assignment candidateUsers="["anna", owner]"'], not: [] },
  ],
  [
    'Camunda 8',
    'the key of a message that starts a process',
    `<bpmn:startEvent id="s2"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent><bpmn:task id="x"/><bpmn:sequenceFlow id="f3" sourceRef="s2" targetRef="x"/>`,
    { around: message('=order.id'), not: ['<zeebe:subscription correlationKey="=order.id">'] },
  ],
  [
    'Camunda 8',
    'what begins in an ad-hoc sub-process',
    `<bpmn:adHocSubProcess id="x">${holding('<c:adHoc activeElementsCollection="=items" outputCollection="out"/>')}<bpmn:task id="t"/></bpmn:adHocSubProcess>`,
    { to: ['relata:activate="items"'], not: ['<c:adHoc outputCollection="out">'] },
  ],
];
