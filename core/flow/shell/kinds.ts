/** What the flow jobs carry. One `flow.start` row packs up to `startsPerJob` starts; all others are for one instance. */
import type { Effect, Origin, Result, Subject, Value, Variables } from '../step/types.ts';
import type { Change } from '../step/index.ts';

/** The least that bulk work takes at a time: a person's click waits for it at each of its steps, and 500 took 30 ms. */
export const startsPerJob = 100;

export interface StartItem {
  variables: Variables;
  businessKey?: string;
  subject?: Subject;
  /** The record before its change, for record starts. */
  before?: Value;
}

export interface StartPayload {
  flow: string;
  version: number;
  /** It was taken for the latest: where another one is by now, nothing starts, and the answer is `flow-outdated`. */
  isLatest?: boolean;
  /** The start event; the none start when absent. */
  event?: string;
  /** Which of several definitions of that event has happened. */
  part?: number;
  /** Id of the actor who caused it. */
  actor: string;
  depth: number;
  items: StartItem[];
}

export interface MessageEnvelope {
  name: string;
  correlationKey: string | null;
  variables: Variables;
  messageId?: string;
  /** Milliseconds since 1970; nobody gets it after that. */
  expiresAt: number;
  actor: string;
  depth: number;
  /** How often instances have woken each other since a person or a clock did; 0 when absent. */
  rounds?: number;
}

export type InstanceCommand =
  | { type: 'complete'; workItem: string; wait: number; variables: Variables }
  /** `message`: given back to others when the wait is gone meanwhile. */
  | { type: 'trigger'; wait: number; variables: Variables; message?: MessageEnvelope; rounds?: number }
  /** The record of a condition changed, by `depth` flows and changes that caused each other; or, bare, it may have. */
  | { type: 'record-changed'; wait: number; depth?: number; change?: { record: Value; before: Value } }
  | { type: 'record-merged'; entity: string; from: string[]; into: string }
  | { type: 'answer'; ask: number; result: Result }
  | { type: 'retry'; incident: number }
  | { type: 'set-variables'; variables: Variables }
  /** `isCalledOff`: by the caller, who awaits no answer. */
  | { type: 'cancel'; reason?: string; isCalledOff?: boolean }
  | { type: 'escalated'; ask: number; code: string; origin: Origin }
  | { type: 'activate'; scope: number; elements: string[] }
  | { type: 'modify'; changes: Change[]; variables?: Variables }
  | { type: 'migrate'; version: number; mapping: Record<string, string> }
  | { type: 'resolve'; incident: number; variables?: Variables }
  | { type: 'suspend' }
  | { type: 'resume' };

export interface CommandPayload {
  actor: string;
  /** The operation on many instances that it is part of. */
  operation?: string;
  command: InstanceCommand;
}

export interface TimerPayload {
  wait: number;
}

/** An effect that is carried out in a later batch: a retry that is due, or what a long batch left over. */
export interface AskPayload {
  effect: Ask;
  attempt: number;
}

export type Ask = Extract<Effect, { type: 'read' | 'evaluate' | 'call' | 'decide' | 'invoke' }>;
export type Call = Extract<Effect, { type: 'call' }>;

export interface ExternalPayload {
  call: Call;
  flow: string;
  subject: Subject | null;
  depth: number;
}

export interface SignalPayload {
  name: string;
  variables: Variables;
  actor: string;
  depth: number;
  /** As of a message. */
  rounds?: number;
  /** The instance that threw it, and the last number it had given then: what it opened later waits for the next. */
  thrower?: { instance: string; last: number };
}

export interface TimerStartPayload {
  flow: string;
  version: number;
  event: string;
  part?: number;
}

export const instanceKinds = ['flow.start', 'flow.command', 'flow.timer', 'flow.ask'] as const;

export const timerKey = (instance: string, wait: number): string => `timer:${instance}:${wait}`;
export const askKey = (instance: string, ask: number): string => `ask:${instance}:${ask}`;
export const timerStartKey = (flow: string, event: string, part = 0): string =>
  part === 0 ? `start:${flow}:${event}` : `start:${flow}:${event}:${part}`;
