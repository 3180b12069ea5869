import type { Calendar } from '../../calendar.ts';
import type { NamedCalendar } from '../../named-calendar.ts';
import { close, type Gone } from './gone.ts';
import type { Prepared, PreparedNode } from './prepare.ts';
import type { State, Token } from './state.ts';
import type { Command, Effect, Value } from './types.ts';

/** What one call of `step` works with; made for it and thrown away after it. */
export class Run {
  readonly prepared: Prepared;
  readonly effects: Effect[] = [];
  readonly now: number;
  readonly actor: string;
  readonly timeZone: string;
  readonly calendar: Calendar | undefined;
  readonly calendars: readonly NamedCalendar[] | undefined;
  /** Tokens that can move, in the order in which they will. */
  readonly queue: Token[] = [];
  /** The state in whose lists there may still be what is gone; for what each of many tokens does. */
  rough: State;
  gone: Gone | null = null;
  /** Moves before all others in the queue. */
  atOnce: Token | null = null;
  /** The token that moves: history is told of its iteration. */
  token: Token | null = null;
  /** The element whose expressions are evaluated: `$log` writes to it. */
  node: PreparedNode | null = null;
  /** Variables that changed since conditions were last looked at; null where the graph has none. */
  readonly changes: { scope: number; name: string }[] | null;
  /** A condition may be waiting to be looked at. */
  hasLooks: boolean;
  /** What the command was for is gone: nothing was done. */
  isLate = false;
  /** How many answers of this round the move has used; the next `evaluate` takes the one after. */
  used = 0;
  /** Moves in this command before a loop without waits is stopped as an incident. */
  limit = 10_000;
  /** Where iterations were granted moves beyond it. */
  readonly allowed = new Set<string>();

  constructor(prepared: Prepared, state: State | null, command: Command) {
    this.prepared = prepared;
    this.changes = prepared.hasConditions ? [] : null;
    this.hasLooks = prepared.hasConditions;
    this.now = command.now;
    this.actor = command.actor;
    this.timeZone = command.timeZone ?? 'UTC';
    this.calendar = command.calendar;
    this.calendars = command.calendars;
    // A start makes the state before anything reads it; every other command brings one.
    this.rough = state as State;
  }

  get state(): State {
    if (this.gone !== null) {
      close(this);
      this.gone = null;
    }
    return this.rough;
  }

  /** `$log(value)`; one function per run, so that evaluating allocates none. */
  log: ((value: Value) => void) | undefined = undefined;
}
