import type { FlowNode } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { runs } from '../../elements/registry.ts';
import { expressionIn, extension, many, one, typeOf } from '../source.ts';
import type { Source } from '../source.ts';
import { unsupported } from '../unsupported.ts';
import { readCall } from './call.ts';
import { readDecision } from './decision.ts';
import { readData, readDeclared } from './data.ts';
import { readAdHoc } from './ad-hoc.ts';
import { readEvent } from './event.ts';
import { readLoop } from './loop.ts';
import { readMapping } from './mapping.ts';
import { readMessage } from './message.ts';
import { readScript } from './script.ts';
import { readTask } from './task.ts';
import { readTrial } from './trial.ts';
import { readWork } from './work.ts';

/** Reads the elements of a process or sub-process, and of all sub-processes in it. */
export const readNodes = (reading: Reading, scope: Source): void => {
  const { graph, findings } = reading;
  const id = scope.id!;
  graph.scopes[id] = { entry: [], starts: [] };
  reportForeign(reading, scope);
  const declared = readDeclared(scope);
  if (declared.length > 0) graph.scopes[id].data = declared;
  const elements = many(scope, 'flowElements');
  for (const element of elements) {
    if (typeOf(element) === 'sequenceFlow') reading.sources.set(nameFlow(reading, element), element);
    else if (isNode(element)) readNode(reading, element, id);
  }
  if (!elements.some(isNode) && id === graph.key) findings.add('process-empty', scope);
};

/** Data objects and stores are no part of the token's way. */
const isNode = (element: Source): boolean => !/^bpmn:(SequenceFlow|Data\w+)$/.test(element.$type);

const readNode = (reading: Reading, source: Source, scope: string): void => {
  const { graph, findings } = reading;
  if (source.id === undefined) return findings.add('id-missing', null, { what: typeOf(source) });
  const type = typeOf(source);
  const node: FlowNode = { id: source.id, type, name: source.name ?? '', scope, incoming: [], outgoing: [] };
  graph.nodes[node.id] = node;
  reading.sources.set(node.id, source);
  if (source.get('isForCompensation') === true) node.isForCompensation = true;
  const isRefused = reportUnsupported(reading, source);
  if (!isScope(source)) reportForeign(reading, source);
  if (type.endsWith('Event')) readEvent(reading, source, node);
  else {
    readActivity(reading, source, node, isRefused);
    if (!type.endsWith('Gateway')) readLoop(reading, source, node);
  }
  if (isScope(source)) readNodes(reading, source);
  readData(reading, source, node);
  readTrial(reading, source, node);
};

const isScope = (source: Source): boolean =>
  /^bpmn:(SubProcess|AdHocSubProcess|Transaction)$/.test(source.$type);

/** Elements of other tools beside the standard's own; in `extensionElements` they are at home and say nothing. */
const reportForeign = ({ findings }: Reading, source: Source): void => {
  for (const { $type } of many(source, 'loose'))
    if (!$type.startsWith('relata:'))
      findings.add('content-ignored', source, { tag: $type, where: source.id ?? '' });
};

const reportUnsupported = ({ findings }: Reading, source: Source): boolean => {
  const what = [...unsupported(source)];
  const type = typeOf(source);
  if (what.length === 0 && !runs(type)) what.push(type);
  for (const each of what) findings.add('element-unsupported', source, { what: each });
  return what.length > 0;
};

/** What the element does, for a node of its type. */
export const readActivity = (reading: Reading, source: Source, node: FlowNode, isRefused: boolean): void => {
  switch (node.type) {
    case 'serviceTask':
      if (!isRefused) node.task = readTask(reading, source);
      break;
    case 'businessRuleTask':
      if (extension(source, 'Decision') !== undefined) node.decision = readDecision(reading, source);
      else node.task = readTask(reading, source);
      break;
    case 'sendTask':
      if (sendsMessage(reading, source)) node.message = readMessage(reading, source);
      else node.task = readTask(reading, source);
      break;
    case 'receiveTask':
      node.message = readMessage(reading, source) ?? { name: '' };
      if (source.get('instantiate') === true) node.instantiates = 'exclusive';
      break;
    case 'scriptTask':
      node.script = readScript(reading, source);
      break;
    case 'eventBasedGateway':
      if (source.get('instantiate') === true)
        node.instantiates = source.get('eventGatewayType') === 'Parallel' ? 'parallel' : 'exclusive';
      break;
    case 'complexGateway':
      node.activationCondition = expressionIn(source, 'activationCondition');
      break;
    case 'userTask':
      node.work = readWork(reading, source);
      break;
    case 'adHocSubProcess':
      node.adHoc = readAdHoc(source);
      node.mapping = readMapping(source);
      break;
    case 'transaction':
      node.mapping = readMapping(source);
      break;
    case 'subProcess':
      if (source.get('triggeredByEvent') === true) node.isTriggeredByEvent = true;
      node.mapping = readMapping(source);
      break;
    case 'callActivity':
      node.call = readCall(reading, source);
      break;
  }
};

const sendsMessage = ({ file }: Reading, source: Source): boolean =>
  one(source, 'messageRef') !== undefined ||
  (file.conversations.has(source.id ?? '') && extension(source, 'Task') === undefined);

/** Tools leave the id of a flow out; tokens and history need one, the same at every deployment of the file. */
const nameFlow = (reading: Reading, flow: Source): string => {
  if (flow.id !== undefined) return flow.id;
  const base = `flow_${one(flow, 'sourceRef')?.id ?? ''}_${one(flow, 'targetRef')?.id ?? ''}`;
  let id = base;
  for (let next = 2; reading.sources.has(id) || reading.file.byId.has(id); next++) id = `${base}_${next}`;
  return id;
};
