import fc from 'fast-check';
import type { FlowNode, Graph, LoopDefinition } from '../../graph/index.ts';

/** A well-formed piece of a model: a way in, a way out, and nothing that can get stuck. */
export type Block =
  | { kind: 'task' }
  | { kind: 'user'; timer: 'none' | 'interrupting' | 'beside' }
  | { kind: 'sequence'; parts: Block[] }
  | { kind: 'exclusive'; parts: Block[] }
  | { kind: 'inclusive'; parts: Block[] }
  | { kind: 'parallel'; parts: Block[] }
  | { kind: 'sub-process'; part: Block; timer: boolean }
  | { kind: 'repeated'; part: Block; how: Repetition; timer: boolean };

/** How often, and when it is enough. */
export interface Repetition {
  kind: 'loop' | 'one after the other' | 'all at once';
  /** At most; what `choice` says takes some off. */
  times: number;
  enough: number | null;
}

/** Random models of gateways, sub-processes, user tasks, boundary timers, and all of these repeated. */
export const blocks: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant<Block>({ kind: 'task' }),
    fc.record({
      kind: fc.constant('user' as const),
      timer: fc.constantFrom('none', 'interrupting', 'beside'),
    }),
    fc.record({
      kind: fc.constant('sequence' as const),
      parts: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constantFrom('exclusive' as const, 'inclusive' as const, 'parallel' as const),
      parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('sub-process' as const), part: tie('block'), timer: fc.boolean() }),
    fc.record({
      kind: fc.constant('repeated' as const),
      part: tie('block'),
      how: fc.record({
        kind: fc.constantFrom('loop', 'one after the other', 'all at once'),
        times: fc.nat({ max: 3 }),
        enough: fc.option(fc.integer({ min: 1, max: 2 })),
      }),
      timer: fc.boolean(),
    }),
  ),
})).block;

/** Whether what comes first decides how often something runs. */
export const hasRace = (block: Block): boolean => {
  if (block.kind === 'repeated' && block.how.enough !== null) return true;
  if ('part' in block) return hasRace(block.part);
  return 'parts' in block && block.parts.some(hasRace);
};

/**
 * The graph of a block between a start and an end. Gateways choose by the variable `choice`, or by what `choice`
 * is given as: `$subject.choice` makes every choice ask for the record first.
 */
export const graphOf = (block: Block, choice = 'choice'): Graph => new Builder(choice).build(block);

class Builder {
  private readonly graph: Graph = {
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
  private next = 0;

  constructor(choice: string) {
    this.choice = choice;
  }

  build(block: Block): Graph {
    this.scope('p', block);
    return this.graph;
  }

  private scope(id: string, block: Block): void {
    const start = this.node('startEvent', id);
    this.graph.scopes[id] = { entry: [start.id], starts: [start.id] };
    this.flow(this.add(block, start, id), this.node('endEvent', id));
  }

  /** Puts the block behind `from`, and answers what it ends in. */
  private add(block: Block, from: FlowNode, scope: string): FlowNode {
    switch (block.kind) {
      case 'sequence':
        return block.parts.reduce((last, part) => this.add(part, last, scope), from);
      case 'exclusive':
      case 'inclusive':
      case 'parallel':
        return this.gateways(block.kind, block.parts, from);
      case 'sub-process':
        return this.subProcess(block, from);
      case 'repeated':
        return this.repeated(block, from);
      case 'user': {
        const user = this.after(from, this.node('userTask', scope));
        user.work = { form: null };
        return this.withTimer(user, block.timer);
      }
      case 'task':
        return this.after(from, this.node('task', scope));
    }
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

  private subProcess(block: Extract<Block, { kind: 'sub-process' }>, from: FlowNode): FlowNode {
    const inner = this.after(from, this.node('subProcess', from.scope));
    this.scope(inner.id, block.part);
    return this.withTimer(inner, block.timer ? 'interrupting' : 'none');
  }

  /** A task or user task repeats as it is, everything else inside a sub-process. */
  private repeated({ part, how, timer }: Extract<Block, { kind: 'repeated' }>, from: FlowNode): FlowNode {
    const isTask = part.kind === 'task' || part.kind === 'user';
    const type = part.kind === 'task' ? 'task' : part.kind === 'user' ? 'userTask' : 'subProcess';
    const host = this.after(from, this.node(type, from.scope));
    if (part.kind === 'user') host.work = { form: null };
    if (!isTask) this.scope(host.id, part);
    host.loop = this.loop(how);
    return this.withTimer(host, timer ? 'interrupting' : 'none');
  }

  private loop({ kind, times, enough }: Repetition): LoopDefinition {
    if (kind === 'loop')
      return {
        kind: 'standard',
        testBefore: times % 2 === 0,
        maximum: times,
        condition: `(${this.choice} + loopCounter) % 3 != 0`,
      };
    return {
      kind: 'multi',
      isSequential: kind === 'one after the other',
      behavior: 'all',
      cardinality: `${times} - ${this.choice} % 2 > 0 ? ${times} - ${this.choice} % 2 : 0`,
      completionCondition: enough === null ? undefined : `numberOfCompletedInstances >= ${enough}`,
      outputCollection: 'collected',
      outputElement: 'loopCounter',
    };
  }

  /** A timer beside goes to an end of its own; an interrupting one comes back to the way behind the activity. */
  private withTimer(host: FlowNode, timer: 'none' | 'interrupting' | 'beside'): FlowNode {
    if (timer === 'none') return host;
    const event = this.node('boundaryEvent', host.scope);
    event.attachedTo = host.id;
    event.isInterrupting = timer === 'interrupting';
    event.event = { kind: 'timer', timer: { type: 'duration', text: 'PT1H' } };
    host.boundary = [event.id];
    if (timer === 'beside') {
      this.flow(event, this.node('endEvent', host.scope));
      return host;
    }
    const merge = this.node('exclusiveGateway', host.scope);
    this.flow(host, merge);
    this.flow(event, merge);
    return merge;
  }

  private after(from: FlowNode, node: FlowNode): FlowNode {
    this.flow(from, node);
    return node;
  }

  private node(type: string, scope: string): FlowNode {
    const node: FlowNode = { id: `${type}${++this.next}`, type, name: '', scope, incoming: [], outgoing: [] };
    this.graph.nodes[node.id] = node;
    return node;
  }

  private flow(source: FlowNode, target: FlowNode): string {
    const id = `flow${++this.next}`;
    this.graph.flows[id] = { id, source: source.id, target: target.id };
    source.outgoing.push(id);
    target.incoming.push(id);
    return id;
  }
}
