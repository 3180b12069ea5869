/**
 * Runs instances in memory for tests: it holds the open waits and calls that the shell would have as rows, and
 * answers from tables. The state goes through JSON after every command, as it does through the database.
 */
import type { Graph } from '../../graph/index.ts';
import { step } from '../step.ts';
import type { State } from '../state.ts';
import { summarize } from '../summarize.ts';
import type {
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

type Call = Extract<Effect, { type: 'call' }>;
type Incident = Extract<Effect, { type: 'incident' }>;
type Bare<C> = C extends Command ? Omit<C, 'now' | 'actor'> : never;

export interface World {
  /** Records by `<entity>/<id>`. */
  records?: Record<string, Value>;
  /** What a task type answers; a call without an entry stays open until `answer`. */
  tasks?: Record<string, (input: Value) => Result>;
  /** What an outside evaluation gives, by its source. */
  evaluations?: Record<string, Value>;
  timeZone?: string;
}

export class Driver {
  readonly graph: Graph;
  readonly world: World;
  readonly effects: Effect[] = [];
  readonly commands: Command[] = [];
  readonly waits = new Map<number, Wait>();
  readonly calls = new Map<number, Call>();
  readonly incidents = new Map<number, Incident>();
  now = Date.parse('2026-03-02T09:00:00Z');
  state: State | null = null;

  constructor(graph: Graph, world: World = {}) {
    this.graph = graph;
    this.world = world;
  }

  start(variables: Variables = {}, more: { event?: string; subject?: Subject; before?: Value } = {}): this {
    return this.send({ type: 'start', instance: 'i1', variables, ...more });
  }

  send(command: Bare<Command>): this {
    // Omit over a union forgets which members belong together; they came from one.
    const whole = { ...command, now: this.now, actor: 'u1', timeZone: this.world.timeZone } as Command;
    this.commands.push(structuredClone(whole));
    const { state, effects } = step(this.graph, this.state, whole);
    this.state = JSON.parse(JSON.stringify(state)) as State;
    this.effects.push(...effects);
    for (const effect of effects) this.follow(effect);
    for (const effect of effects) this.answerFromTables(effect);
    return this;
  }

  /** Completes the work item, or makes the message or signal come, that the element waits for. */
  fire(element: string, variables: Variables = {}): this {
    const wait = [...this.waits].find(([, body]) => body.element === element);
    if (wait === undefined) throw new Error(`nothing waits at "${element}"`);
    this.waits.delete(wait[0]);
    return this.send({ type: 'trigger', wait: wait[0], variables });
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

  private answerFromTables(effect: Effect): void {
    const { records = {}, evaluations = {}, tasks = {} } = this.world;
    if (effect.type === 'read') {
      const value = Object.fromEntries(
        effect.records.map(({ entity, id }) => [`${entity}/${id}`, records[`${entity}/${id}`] ?? null]),
      );
      this.send({ type: 'answer', ask: effect.ask, result: { ok: true, value } });
    } else if (effect.type === 'evaluate') {
      const value = evaluations[effect.source] ?? null;
      this.send({ type: 'answer', ask: effect.ask, result: { ok: true, value } });
    } else if (effect.type === 'call' && tasks[effect.task] !== undefined && this.calls.delete(effect.ask))
      this.send({ type: 'answer', ask: effect.ask, result: tasks[effect.task]!(effect.input) });
  }
}
