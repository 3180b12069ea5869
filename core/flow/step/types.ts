/**
 * The contract between the pure step and the shell.
 *
 * `step(graph, state, command) → { state, effects }` is synchronous and deterministic: no I/O, no clock, no
 * randomness. What it needs to know it asks for (`read`, `evaluate`), what must be done it orders (`call`),
 * and what it waits for it opens as a *wait*. The shell answers with `answer` or `trigger` commands that name
 * the `ask` or `wait`. Numbers of asks and waits are unique within their instance and never used again.
 */

import type { Change } from './modify/change.ts';

import type { Calendar } from '../../calendar.ts';
import type { NamedCalendar } from '../../named-calendar.ts';

export type Value = null | boolean | number | string | Value[] | { [name: string]: Value };
export type Variables = { [name: string]: Value };

export interface Subject {
  entity: string;
  id: string;
}

/** Who called an instance, and waits for its end. */
export interface Caller {
  instance: string;
  ask: number;
  element: string;
  /** How many calls lead here: 1 where the caller was called by nobody. */
  depth: number;
}

/** The instance and ask that wait to hear what became of an escalation. */
export interface Origin {
  instance: string;
  ask: number;
}

export interface Failure {
  /** Stable code; a BPMN error code when the handler meant it to be caught. */
  code: string;
  message: string;
  /** True: an expected failure that the model may catch as an error. False: worth a retry, then an incident. */
  expected: boolean;
  /** Fill the sentence `problem.<code>` in the reader's language. */
  params?: Variables;
  expression?: string;
  input?: Value;
}

export type Result =
  /**
   * `logs`: what `$log` was called with while an expression was evaluated outside. `unchanged`: of a called instance,
   * the variables that are still as its caller gave them.
   */
  { ok: true; value: Value; logs?: Value[]; unchanged?: string[] } | { ok: false; failure: Failure };

interface CommandBase {
  /** The step's time, milliseconds since 1970. `$now()` and timers see this. */
  now: number;
  /** Id of the actor who caused it. */
  actor: string;
  /** IANA name of the company's time zone, for dates, `$today()`, calendar durations and cron; UTC when absent. */
  timeZone?: string;
  /** When the company works, for business time; the usual week when absent. */
  calendar?: Calendar;
  /** Those that timers can ask for by name. */
  calendars?: readonly NamedCalendar[];
}

export type Command = CommandBase &
  (
    | {
        type: 'start';
        instance: string;
        /** The start event; the none start when absent. */
        event?: string;
        /** Which of several definitions of the event has happened. */
        part?: number;
        variables: Variables;
        subject?: Subject;
        businessKey?: string;
        /** The record before its change, for record starts: `$before`. */
        before?: Value;
        caller?: Caller;
      }
    /** The answer to a `read`, `evaluate`, `call`, `invoke` or `escalate`. */
    | { type: 'answer'; ask: number; result: Result }
    /**
     * A wait came true: the timer is due, the message came, the person completed the work item. This uses the
     * wait up: no `close` follows, and one that goes on is opened anew. A wait that is no longer open is ignored.
     */
    | { type: 'trigger'; wait: number; variables: Variables }
    /** The record of a condition has changed; without `change`, it may have: it is read anew. */
    | { type: 'record-changed'; wait: number; change?: { record: Value; before: Value } }
    /** Records became one with `into`. */
    | { type: 'record-merged'; entity: string; from: string[]; into: string }
    /** A retry that was waited for is due, or a person retries an incident. */
    | { type: 'retry'; incident: number }
    /** In the scope of a sub-process (`Summary.scopes`), else in the process. */
    | { type: 'set-variables'; variables: Variables; scope?: number }
    /** All changes at once, or none; what is wrong with them, `checkChanges` says. */
    | { type: 'modify'; changes: Change[]; variables?: Variables }
    /** The instance goes on in another version, whose graph is the one given. `added`: boundary events new in it. */
    | {
        type: 'migrate';
        versions: { from: number; to: number };
        mapping: { [element: string]: string };
        added: string[];
      }
    /** What stopped counts as done: the tokens go on behind it. */
    | { type: 'resolve'; incident: number; variables?: Variables }
    /** In an ad-hoc sub-process, by its scope (`Summary.scopes`): these elements begin. */
    | { type: 'activate'; scope: number; elements: string[] }
    | { type: 'cancel'; reason?: string }
    /** The instance that `ask` invoked, or one that it called in turn, threw an escalation that nobody there caught. */
    | { type: 'escalated'; ask: number; code: string; origin: Origin }
    | { type: 'suspend' }
    | { type: 'resume' }
  );

/** What the element of a wait says about it; the shell turns it into its own row. */
export type Wait =
  | {
      kind: 'work-item';
      element: string;
      name: string;
      assignee: string | null;
      candidateUsers: string[];
      candidateRoles: string[];
      /** ISO 8601 instants. */
      due: string | null;
      followUp: string | null;
      priority: number;
      form: Value;
      /** Something a person should know, such as an assignee who is nobody. */
      note?: string;
    }
  | { kind: 'timer'; element: string; /** Milliseconds since 1970. */ due: number }
  | { kind: 'message'; element: string; name: string; correlationKey: string | null }
  | { kind: 'signal'; element: string; name: string }
  /** Of variables, where there is no entity: the step looks itself. Of any record, where there is no id. */
  | { kind: 'condition'; element: string; entity: string | null; recordId: string | null };

/** What a step failed of, for its catcher and for people. */
export interface BpmnError {
  code: string;
  message: string;
  /** Fill the sentence `problem.<code>` in the reader's language. */
  params?: Variables;
}

export type HistoryEvent = 'entered' | 'completed' | 'cancelled' | 'failed' | 'log' | 'taken';

export interface HistoryEntry {
  element: string;
  /** BPMN type in camelCase, such as `userTask`. */
  type: string;
  event: HistoryEvent;
  at: number;
  /** Of the innermost loop or multi-instance activity it belongs to, from 1. */
  iteration?: number;
  data?: Value;
}

export type Effect =
  /** Read records; the answer's value is `{ "<entity>/<id>": record | null }` with the paths asked for. */
  | { type: 'read'; ask: number; records: { entity: string; id: string; paths: string[] }[] }
  /** An expression beyond the compiled subset, or one that reads on its own: evaluated outside, with limits. */
  | { type: 'evaluate'; ask: number; element: string; source: string; scope: Variables; bindings: Variables }
  /** Run a task type. `retries` is how often the shell tries again before it answers with the failure. */
  | {
      type: 'call';
      ask: number;
      element: string;
      task: string;
      input: Value;
      retries: { times: number; backoffMs: number };
      /** Stable for this call, whatever is retried: instance, element and ask. */
      idempotencyKey: string;
    }
  /** Ask a decision; the answer is its result and how it came about. */
  | {
      type: 'decide';
      ask: number;
      element: string;
      decision: string;
      version: 'latest' | 'deployment' | number;
      variables: Variables;
    }
  /** Start an instance of another flow; the answer is its variables at the end, or why it did not complete. */
  | {
      type: 'invoke';
      ask: number;
      element: string;
      flow: string;
      binding: 'latest' | 'deployment' | 'version';
      version?: number;
      variables: Variables;
      subject?: Subject;
      businessKey?: string;
      depth: number;
    }
  /** Nobody here catches it: to the caller, as `escalated`. */
  | { type: 'escalate'; code: string; origin: Origin }
  /** The escalation interrupted nobody: its thrower goes on. */
  | { type: 'go-on'; origin: Origin }
  | { type: 'open'; wait: number; body: Wait }
  | { type: 'close'; wait: number }
  /** The answer to this ask is no longer awaited: a call that has not begun need not run, an invoked instance ends. */
  | { type: 'abandon'; ask: number; isFlow?: boolean }
  | { type: 'publish'; name: string; correlationKey: string | null; variables: Variables }
  /** A signal: to every subscription in the system, but for waits of the instance itself with a number above `last`. */
  | { type: 'broadcast'; name: string; variables: Variables; last: number }
  | { type: 'history'; entry: HistoryEntry }
  | {
      type: 'incident';
      incident: number;
      element: string;
      /** The sentence in the reader's language is `problem.<code>` with `params`; `message` is the English one. */
      code: string;
      message: string;
      params?: Variables;
      expression?: string;
      input?: Value;
    }
  | { type: 'resolve'; incident: number }
  | {
      type: 'ended';
      state: 'completed' | 'terminated' | 'failed';
      error?: { code: string; message: string; params?: Variables };
    };

export interface SummaryToken {
  element: string;
  scope?: number;
  /** Of the innermost loop or multi-instance activity around it. */
  iteration?: number;
  /** It stands for as many of one element: where there are very many, they are not told one by one. */
  count?: number;
  /** It stands on an activity that repeats, for all its instances; these are not told beside it. */
  instances?: { begun: number; active: number; completed: number; terminated: number };
}

/** What the shell reads off a state without knowing its inside. */
export interface Summary {
  state: 'active' | 'completed' | 'terminated' | 'failed' | 'suspended' | 'incident';
  variables: Variables;
  tokens: SummaryToken[];
  /** Sub-processes and iterations that run now, with the variables that are theirs alone; not more than a screen shows. */
  scopes: {
    id: number;
    element: string;
    iteration?: number;
    variables: Variables;
    /** Ad-hoc sub-processes: what can be activated. */
    parts?: string[];
  }[];
  subject: Subject | null;
  businessKey: string | null;
}
