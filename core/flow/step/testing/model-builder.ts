import type { FlowNode, Graph } from '../../graph/index.ts';
import { adHoc, caught, terminated } from './build-scopes.ts';
import { escalation, eventsOf } from './events-of.ts';
import { loopOf } from './loop-of.ts';
import { plainTask } from './plain-task.ts';
import type { Block } from './random-model.ts';

/**
 * The graph of a block between a start and an end, as `p`, with those that it calls. Gateways choose by the variable
 * `choice`, or by what `choice` is given as: `$subject.choice` makes every choice ask for the record first.
 */
export const flowsOf = (block: Block, choice = 'choice'): Record<string, Graph> => {
  const flows: Record<string, Graph> = {};
  new Builder({ choice, flows, key: 'p' }).build(block);
  return flows;
};

interface BuilderInput {
  choice: string;
  /** Where the graphs go. */
  flows: Record<string, Graph>;
  key: string;
}

/** Exported for the blocks that have a file of their own. */
export class Builder {
  readonly graph: Graph = {
    format: 1,
    key: 'p',
    name: 'p',
    subject: null,
    history: 'full',
    retention: null,
    isStrict: true,
    nodes: {},
    flows: {},
    scopes: {},
    starts: [],
  };
  private readonly choice: string;
  private readonly flows: Record<string, Graph>;
  private next = 0;

  constructor({ choice, flows, key }: BuilderInput) {
    this.choice = choice;
    this.flows = flows;
    this.graph.key = key;
    flows[key] = this.graph;
  }

  build(block: Block): void {
    this.scope(this.graph.key, block);
  }

  /** A start, the block, and an end, which is answered. */
  scope(id: string, block: Block): FlowNode {
    const start = this.node('startEvent', id);
    this.graph.scopes[id] = { entry: [start.id], starts: [start.id] };
    const end = this.node('endEvent', id);
    this.flow(this.add(block, start, id), end);
    return end;
  }

  /** Puts the block behind `from`, and answers what it ends in. */
  add(block: Block, from: FlowNode, scope: string): FlowNode {
    switch (block.kind) {
      case 'sequence':
        return block.parts.reduce((last, part) => this.add(part, last, scope), from);
      case 'exclusive':
      case 'inclusive':
      case 'parallel':
        return this.gateways(block.kind, block.parts, from);
      case 'complex':
        return this.complex(block, from);
      case 'event-gateway':
        return this.eventGateway(block.parts, from);
      case 'event':
        return this.withEvents(block.of, this.after(from, this.node('intermediateCatchEvent', scope)));
      case 'throw':
        return this.withEvents(block.of, this.after(from, this.node('intermediateThrowEvent', scope)));
      case 'sub-process':
        return this.subProcess(block, from);
      case 'repeated':
        return this.repeated(block, from);
      case 'call':
        return this.withTimer(
          this.calling(block.part, this.after(from, this.node('callActivity', scope))),
          block.timer ? 'interrupting' : 'none',
        );
      case 'user':
        return this.withTimer(this.after(from, this.activity(true, scope)), block.timer);
      case 'undoable':
        return this.undoable(block, from);
      case 'compensate': {
        const event = this.after(from, this.node('intermediateThrowEvent', scope));
        event.event = { kind: 'compensation', isAwaited: block.isAwaited };
        return event;
      }
      case 'transaction':
        return this.transaction(block, from);
      case 'task':
        return this.after(from, this.node('task', scope));
      case 'plain':
        return plainTask(this.after(from, this.node(block.of, scope)));
      case 'link':
        return this.link(from);
      case 'ad-hoc':
        return adHoc(this, block, from);
      case 'terminated':
        return terminated(this, block, from);
      case 'caught':
        return caught(this, block, from);
    }
  }

  private link(from: FlowNode): FlowNode {
    const source = this.after(from, this.node('intermediateThrowEvent', from.scope));
    const target = this.node('intermediateCatchEvent', from.scope);
    source.event = { kind: 'link', name: target.id, target: target.id };
    target.event = { kind: 'link', name: target.id };
    return target;
  }

  private gateways(kind: 'exclusive' | 'inclusive' | 'parallel', parts: Block[], from: FlowNode): FlowNode {
    const split = this.after(from, this.node(`${kind}Gateway`, from.scope));
    const join = this.node(`${kind}Gateway`, from.scope);
    parts.forEach((part, index) => {
      const first = this.node('task', from.scope);
      const flow = this.flow(split, first);
      if (kind === 'exclusive')
        this.graph.flows[flow]!.condition = `${this.choice} % ${parts.length} = ${index}`;
      if (kind === 'inclusive')
        this.graph.flows[flow]!.condition = index === 0 ? 'true' : `(${this.choice} + ${index}) % 2 = 0`;
      this.flow(this.add(part, first, from.scope), join);
    });
    return join;
  }

  private complex({ parts, needed }: Extract<Block, { kind: 'complex' }>, from: FlowNode): FlowNode {
    const split = this.after(from, this.node('parallelGateway', from.scope));
    const join = this.node('complexGateway', from.scope);
    join.activationCondition = `activationCount >= ${needed}`;
    for (const part of parts) this.flow(this.add(part, split, from.scope), join);
    return join;
  }

  private eventGateway(parts: readonly Block[], from: FlowNode): FlowNode {
    const gateway = this.after(from, this.node('eventBasedGateway', from.scope));
    const merge = this.node('exclusiveGateway', from.scope);
    parts.forEach((part, index) => {
      const event = this.after(gateway, this.node('intermediateCatchEvent', from.scope));
      this.withEvents(index === 0 ? 'timer' : 'message', event);
      this.flow(this.add(part, event, from.scope), merge);
    });
    return merge;
  }

  withEvents(of: string, node: FlowNode): FlowNode {
    const events = eventsOf(of);
    if (events.length === 1) node.event = events[0]!;
    else node.events = events;
    if (of === 'all of several') node.isParallelMultiple = true;
    return node;
  }

  private subProcess(block: Extract<Block, { kind: 'sub-process' }>, from: FlowNode): FlowNode {
    const inner = this.after(from, this.node('subProcess', from.scope));
    const end = this.scope(inner.id, block.part);
    if (block.event !== undefined && block.event !== 'none') this.eventSubProcess(inner.id, block.event);
    if (block.event === 'error') end.event = { kind: 'error', code: 'e' };
    if (block.isHandled) this.handle(inner, false);
    return this.withTimer(inner, block.timer ? 'interrupting' : 'none');
  }

  /** Begun by a message beside, by a timer instead, or by the error that ends its scope. */
  private eventSubProcess(scope: string, kind: 'beside' | 'interrupting' | 'error'): void {
    const node = this.node('subProcess', scope);
    node.isTriggeredByEvent = true;
    this.scope(node.id, { kind: 'user', timer: 'none' });
    const start = this.graph.nodes[this.graph.scopes[node.id]!.starts[0]!]!;
    start.begins = node.id;
    start.isInterrupting = kind !== 'beside';
    if (kind === 'beside') start.event = { kind: 'message', name: 'm' };
    else if (kind === 'error') start.event = { kind: 'error', code: null };
    else start.event = { kind: 'timer', timer: { type: 'duration', text: 'PT1H' } };
    const { isInterrupting } = start;
    this.graph.scopes[scope]!.eventSubProcesses = [{ node: node.id, start: start.id, isInterrupting }];
  }

  /** The flow that is called sees all that its caller sees. */
  private calling(part: Block, node: FlowNode): FlowNode {
    const key = `called${Object.keys(this.flows).length}`;
    node.call = { flow: { key }, binding: 'latest', in: [], out: [], hasAllIn: true };
    new Builder({ choice: this.choice, flows: this.flows, key }).build(part);
    return node;
  }

  /** What is an activity repeats as it is, everything else inside a sub-process. */
  private repeated({ part, how, timer }: Extract<Block, { kind: 'repeated' }>, from: FlowNode): FlowNode {
    const type = repeatedAs[part.kind] ?? 'subProcess';
    const host = this.after(from, this.node(type, from.scope));
    if (part.kind === 'user') host.work = { form: null };
    if (part.kind === 'call') this.calling(part.part, host);
    if (type === 'subProcess') this.scope(host.id, part);
    host.loop = loopOf(how, this.choice);
    if (how.behavior === 'one' && how.kind !== 'loop') this.catchBeside(host);
    return this.withTimer(host, timer ? 'interrupting' : 'none');
  }

  private catchBeside(host: FlowNode): void {
    const event = this.node('boundaryEvent', host.scope);
    event.attachedTo = host.id;
    event.isInterrupting = false;
    event.event = escalation;
    host.boundary = [event.id];
    this.flow(event, this.node('endEvent', host.scope));
  }

  private undoable(block: Extract<Block, { kind: 'undoable' }>, from: FlowNode): FlowNode {
    const activity = this.after(from, this.activity(block.isUser, from.scope));
    this.handle(activity, block.isUserUndone);
    return activity;
  }

  private handle(activity: FlowNode, isUser: boolean): void {
    const handler = this.activity(isUser, activity.scope);
    handler.isForCompensation = true;
    activity.compensation = handler.id;
  }

  /** By what is chosen it ends in order or by its cancel end; both ways go on behind it. */
  private transaction(block: Extract<Block, { kind: 'transaction' }>, from: FlowNode): FlowNode {
    const inner = this.after(from, this.node('transaction', from.scope));
    const end = this.scope(inner.id, { kind: 'sequence', parts: [block.part, { kind: 'task' }] });
    const cancel = this.node('endEvent', inner.id);
    cancel.event = { kind: 'cancel' };
    const last = this.graph.nodes[this.graph.flows[end.incoming[0]!]!.source]!;
    last.default = end.incoming[0]!;
    this.graph.flows[this.flow(last, cancel)]!.condition = `${this.choice} % 2 = 0`;
    const event = this.node('boundaryEvent', from.scope);
    event.attachedTo = inner.id;
    event.event = { kind: 'cancel' };
    inner.boundary = [event.id];
    const merge = this.node('exclusiveGateway', from.scope);
    this.flow(inner, merge);
    this.flow(event, merge);
    return merge;
  }

  private activity(isUser: boolean, scope: string): FlowNode {
    const node = this.node(isUser ? 'userTask' : 'task', scope);
    if (isUser) node.work = { form: null };
    return node;
  }

  /** A timer beside goes to an end of its own; an interrupting one comes back to the way behind the activity. */
  private withTimer(host: FlowNode, timer: 'none' | 'interrupting' | 'beside'): FlowNode {
    if (timer === 'none') return host;
    const event = this.node('boundaryEvent', host.scope);
    event.attachedTo = host.id;
    event.isInterrupting = timer === 'interrupting';
    event.event = { kind: 'timer', timer: { type: 'duration', text: 'PT1H' } };
    host.boundary = [...(host.boundary ?? []), event.id];
    if (timer === 'beside') {
      this.flow(event, this.node('endEvent', host.scope));
      return host;
    }
    const merge = this.node('exclusiveGateway', host.scope);
    this.flow(host, merge);
    this.flow(event, merge);
    return merge;
  }

  after(from: FlowNode, node: FlowNode): FlowNode {
    this.flow(from, node);
    return node;
  }

  node(type: string, scope: string): FlowNode {
    const node: FlowNode = { id: `${type}${++this.next}`, type, name: '', scope, incoming: [], outgoing: [] };
    this.graph.nodes[node.id] = node;
    return node;
  }

  flow(source: FlowNode, target: FlowNode): string {
    const id = `flow${++this.next}`;
    this.graph.flows[id] = { id, source: source.id, target: target.id };
    source.outgoing.push(id);
    target.incoming.push(id);
    return id;
  }
}

const repeatedAs: Partial<Record<Block['kind'], string>> = {
  task: 'task',
  user: 'userTask',
  call: 'callActivity',
};
