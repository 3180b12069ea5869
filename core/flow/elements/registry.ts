import type { FlowNode } from '../graph/index.ts';
import { gathering } from './gathering.ts';
import { repeating } from './loop/repeating.ts';
import { tellAdHoc } from '../step/ad-hoc.ts';
import { remember } from '../step/completed.ts';
import { adHocSubProcess } from './ad-hoc-sub-process.ts';
import { boundaryEvent } from './boundary-event.ts';
import { businessRuleTask } from './business-rule-task.ts';
import { callActivity } from './call-activity.ts';
import { carryingIf } from './carrying.ts';
import { complexGateway } from './complex-gateway.ts';
import type { Element } from './element.ts';
import { endEvent } from './end-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { eventSubProcess } from './event-sub-process.ts';
import { eventSubProcessStart } from './event-sub-process-start.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { intermediateCatchEvent } from './intermediate-catch-event.ts';
import { intermediateThrowEvent } from './intermediate-throw-event.ts';
import { manualTask } from './manual-task.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { receiveTask } from './receive-task.ts';
import { scriptTask } from './script-task.ts';
import { sendTask } from './send-task.ts';
import { serviceTask } from './service-task.ts';
import { startEvent } from './start-event.ts';
import { subProcess } from './sub-process.ts';
import { task } from './task.ts';
import { transaction } from './transaction.ts';
import { userTask } from './user-task.ts';

/** Every element that runs. What is not here, deployment refuses (`deploy/unsupported.ts`). */
const elements = new Map<string, Element>(
  [
    adHocSubProcess,
    boundaryEvent,
    businessRuleTask,
    callActivity,
    complexGateway,
    endEvent,
    eventBasedGateway,
    exclusiveGateway,
    inclusiveGateway,
    intermediateCatchEvent,
    intermediateThrowEvent,
    manualTask,
    parallelGateway,
    receiveTask,
    scriptTask,
    sendTask,
    serviceTask,
    startEvent,
    subProcess,
    task,
    transaction,
    userTask,
  ].map((element) => [element.type, element]),
);

export const elementOf = (node: FlowNode): Element => {
  if (node.isTriggeredByEvent) return eventSubProcess;
  if (node.begins !== undefined) return eventSubProcessStart;
  const element = elements.get(node.type);
  if (element === undefined) throw new Error(`no element runs "${node.type}" ("${node.id}")`);
  const repeated = node.loop === undefined ? element : repeating(element, node);
  return carryingIf(node, followedIf(node, gatheredIf(node, repeated)));
};

const gatheredIf = (node: FlowNode, element: Element): Element =>
  node.startQuantity === undefined ? element : gathering(element);

const followedIf = (node: FlowNode, element: Element): Element => {
  const { compensation, isAdHocPart } = node;
  if (compensation === undefined && !isAdHocPart) return element;
  return {
    ...element,
    completed(...done) {
      if (compensation !== undefined) remember(...done);
      if (isAdHocPart) tellAdHoc(...done);
    },
  };
};

export const runs = (type: string): boolean => elements.has(type);
