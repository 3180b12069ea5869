/**
 * Runs instances in memory for tests: it holds the open waits and calls that the shell would have as rows, and
 * answers from tables. The state goes through JSON after every command, as it does through the database.
 */
import type { NamedCalendar } from '../../../named-calendar.ts';
import type { Graph } from '../../graph/index.ts';
import { step } from '../step.ts';
import type { State } from '../state.ts';
import { calledResult } from '../called-result.ts';
import { summarize } from '../summarize.ts';
import type {
  Caller,
  Command,
  Effect,
  HistoryEntry,
  Result,
  Subject,
  Summary,
  Value,
  Variables,
  Wait,
} from '../types.ts';

type Invocation = Extract<Effect, { type: 'invoke' }>;
type Call = Extract<Effect, { type: 'call' }>;
type Incident = Extract<Effect, { type: 'incident' }>;
type Bare<C> = C extends Command ? Omit<C, 'now' | 'actor'> : never;

export interface World {
  /** Records by `<entity>/<id>`. */
  records?: Record<string, Value>;
  /** What a task type answers; a call without an entry stays open until `answer`. */
  tasks?: Record<string, (input: Value) => Result>;
  /** What a decision answers: its result, or why there is none. */
  decisions?: Record<string, (variables: Variables) => Result>;
  /** Flows that may be called, by key. */
  flows?: Record<string, Graph>;
  /** What an outside evaluation gives, by its source. */
  evaluations?: Record<string, Value>;
  timeZone?: string;
  calendars?: NamedCalendar[];
}

export class Driver {
  readonly graph: Graph;
  readonly world: World;
  readonly effects: Effect[] = [];
  readonly commands: Command[] = [];
  readonly waits = new Map<number, Wait>();
  readonly calls = new Map<number, Call>();
  readonly incidents = new Map<number, Incident>();
  /** Called instances, by the ask. */
  readonly children = new Map<number, Driver>();
  readonly caller: Driver | null;
  now = Date.parse('2026-03-02T09:00:00Z');
  state: State | null = null;

  constructor(graph: Graph, world: World = {}, caller: Driver | null = null) {
    this.graph = graph;
    this.world = world;
    this.caller = caller;
  }

  start(
    variables: Variables = {},
    more: {
      event?: string;
      part?: number;
      subject?: Subject;
      businessKey?: string;
      before?: Value;
      caller?: Caller;
    } = {},
  ): this {
    const instance = more.caller === undefined ? 'i1' : `${more.caller.instance}.${more.caller.ask}`;
    return this.send({ type: 'start', instance, variables, ...more });
  }

  /** The instance that a call activity started last. */
  child(element: string): Driver {
    const invocation = this.effects.findLast(
      (effect): effect is Invocation => effect.type === 'invoke' && effect.element === element,
    );
    const child = invocation && this.children.get(invocation.ask);
    if (child === undefined) throw new Error(`"${element}" has called nothing`);
    return child;
  }

  send(command: Bare<Command>): this {
    // Omit over a union forgets which members belong together; they came from one.
    const { timeZone, calendars } = this.world;
    const whole = { ...command, now: this.now, actor: 'u1', timeZone, calendars } as Command;
    this.commands.push(structuredClone(whole));
    const { state, effects } = step(this.graph, this.state, whole);
    this.state = JSON.parse(JSON.stringify(state)) as State;
    this.effects.push(...effects);
    for (const effect of effects) this.follow(effect);
    for (const effect of effects) this.answerFromTables(effect);
    for (const effect of effects) this.followCalls(effect);
    return this;
  }

  /** Completes the work item, or makes the message or signal come, that the element waits for. */
  fire(element: string, variables: Variables = {}): this {
    const wait = [...this.waits].find(([, body]) => body.element === element);
    if (wait === undefined) throw new Error(`nothing waits at "${element}"`);
    this.waits.delete(wait[0]);
    return this.send({ type: 'trigger', wait: wait[0], variables });
  }

  /** The same for one of several that wait at the element, counted from 0. */
  fireAt(element: string, index: number, variables: Variables = {}): this {
    const [wait] = [...this.waits].filter(([, body]) => body.element === element)[index] ?? [];
    if (wait === undefined) throw new Error(`not so many wait at "${element}"`);
    this.waits.delete(wait);
    return this.send({ type: 'trigger', wait, variables });
  }

  /** Moves the clock, firing timers in the order in which they are due. */
  advance(ms: number): this {
    const until = this.now + ms;
    for (let next = this.nextTimer(until); next !== undefined; next = this.nextTimer(until)) {
      const [wait, due] = next;
      this.now = Math.max(this.now, due);
      this.waits.delete(wait);
      this.send({ type: 'trigger', wait, variables: {} });
    }
    this.now = until;
    return this;
  }

  answer(element: string, result: Result): this {
    const call = [...this.calls.values()].find((each) => each.element === element);
    if (call === undefined) throw new Error(`no call is open at "${element}"`);
    this.calls.delete(call.ask);
    return this.send({ type: 'answer', ask: call.ask, result });
  }

  get summary(): Summary {
    return summarize(this.graph, this.state!);
  }

  /** Elements that wait for something from outside. */
  get waiting(): string[] {
    return [...this.waits.values()].map((wait) => wait.element).sort();
  }

  get history(): HistoryEntry[] {
    return this.effects.flatMap((effect) => (effect.type === 'history' ? [effect.entry] : []));
  }

  elements(event: HistoryEntry['event']): string[] {
    return this.history.filter((entry) => entry.event === event).map((entry) => entry.element);
  }

  private nextTimer(until: number): [number, number] | undefined {
    const timers = [...this.waits].flatMap(([id, wait]): [number, number][] =>
      wait.kind === 'timer' && wait.due <= until ? [[id, wait.due]] : [],
    );
    return timers.sort((one, other) => one[1] - other[1] || one[0] - other[0])[0];
  }

  private follow(effect: Effect): void {
    if (effect.type === 'open') this.waits.set(effect.wait, effect.body);
    else if (effect.type === 'close') this.waits.delete(effect.wait);
    else if (effect.type === 'call') this.calls.set(effect.ask, effect);
    else if (effect.type === 'abandon') this.calls.delete(effect.ask);
    else if (effect.type === 'incident') this.incidents.set(effect.incident, effect);
    else if (effect.type === 'resolve') this.incidents.delete(effect.incident);
  }

  /** What crosses the border between an instance and those that it calls. */
  private followCalls(effect: Effect): void {
    const { caller } = this.state!;
    if (effect.type === 'invoke') this.invoke(effect);
    else if (effect.type === 'abandon' && effect.isFlow)
      this.children.get(effect.ask)?.send({ type: 'cancel' });
    else if (effect.type === 'escalate')
      this.caller!.send({ ...effect, type: 'escalated', ask: caller!.ask });
    else if (effect.type === 'go-on') this.find(effect.origin.instance)!.goOn(effect.origin.ask);
    else if (effect.type === 'ended' && caller !== undefined)
      this.caller!.send({ type: 'answer', ask: caller.ask, result: this.resultOf(effect) });
  }

  private invoke({ ask, element, flow, depth, variables, subject, businessKey }: Invocation): void {
    const graph = this.world.flows?.[flow];
    if (graph === undefined) {
      const failure = { code: 'flow.called-missing', message: '', expected: false, params: { flow } };
      this.send({ type: 'answer', ask, result: { ok: false, failure } });
      return;
    }
    const child = new Driver(graph, this.world, this);
    child.now = this.now;
    this.children.set(ask, child);
    const caller = { instance: this.state!.instance, ask, element, depth };
    child.start(variables, { subject, businessKey, caller });
  }

  private resultOf(ended: Extract<Effect, { type: 'ended' }>): Result {
    const { variables } = this.summary;
    return calledResult({ flow: this.graph.key, ended, variables, unchanged: this.state!.given });
  }

  private goOn(ask: number): void {
    this.send({ type: 'answer', ask, result: { ok: true, value: null } });
  }

  /** Itself or one that it has called. */
  private find(instance: string): Driver | undefined {
    if (this.state?.instance === instance) return this;
    for (const child of this.children.values()) {
      const found = child.find(instance);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private answerFromTables(effect: Effect): void {
    const { records = {}, evaluations = {}, tasks = {}, decisions = {} } = this.world;
    if (effect.type === 'read') {
      const value = Object.fromEntries(
        effect.records.map(({ entity, id }) => [`${entity}/${id}`, records[`${entity}/${id}`] ?? null]),
      );
      this.send({ type: 'answer', ask: effect.ask, result: { ok: true, value } });
    } else if (effect.type === 'evaluate') {
      const value = evaluations[effect.source] ?? null;
      this.send({ type: 'answer', ask: effect.ask, result: { ok: true, value } });
    } else if (effect.type === 'decide' && decisions[effect.decision] !== undefined) {
      const result = decisions[effect.decision]!(effect.variables);
      const value = result.ok ? { value: result.value, version: 1, trace: [] } : null;
      this.send({ type: 'answer', ask: effect.ask, result: result.ok ? { ok: true, value } : result });
    } else if (effect.type === 'call' && tasks[effect.task] !== undefined && this.calls.delete(effect.ask))
      this.send({ type: 'answer', ask: effect.ask, result: tasks[effect.task]!(effect.input) });
  }
}
