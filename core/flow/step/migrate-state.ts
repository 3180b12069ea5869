import { waitBodiesOf } from '../elements/events/wait-body.ts';
import { bodiesFor } from './boundary.ts';
import { guardAdded } from './event-sub-processes.ts';
import { Stop } from './incident.ts';
import { closeWait, nodeAt, withdraw } from './moves.ts';
import { Pause } from './pause.ts';
import { nodeOf } from './prepare.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Completed, OpenWait, Scope, Token } from './state.ts';
import { openWait } from './waits.ts';

/** Elements and sequence flows of one version by those of the other; what is not named keeps its id. */
export type Mapping = Readonly<Record<string, string>>;

export const mapped = (mapping: Mapping, id: string): string =>
  Object.hasOwn(mapping, id) ? mapping[id]! : id;

interface Change {
  mapping: Mapping;
  /** Boundary events, starts of event sub-processes and events behind a gateway that are new, or wait for another kind. */
  added: ReadonlySet<string>;
}

/** Gives everything the names of the version it now runs in. */
export const migrateState = (run: Run, change: Change): void => {
  const { nodes } = run.prepared.graph;
  const { tokens, scopes } = run.state;
  for (const scope of scopes) renameScope(run, scope, change.mapping);
  for (const token of [...tokens]) {
    const at = mapped(change.mapping, token.at);
    // An event sub-process that is gone is waited for no longer, one that begins by another event is anew.
    if (token.role === 'guard' && (nodes[at] === undefined || change.added.has(at))) withdraw(run, token);
    else rename(run, token, change);
  }
  for (const scope of scopes) guardAdded(run, scope, change.added);
};

const renameScope = (run: Run, scope: Scope, mapping: Mapping): void => {
  scope.node = mapped(mapping, scope.node);
  scope.done = scope.done && renamed(scope.done, mapping);
  if (scope.adHoc !== undefined) {
    scope.adHoc.completed = scope.adHoc.completed.map((id) => mapped(mapping, id));
    scope.adHoc.queue = scope.adHoc.queue.map((id) => mapped(mapping, id));
  }
  if (run.prepared.graph.scopes[scope.node]?.eventSubProcesses === undefined) scope.isListening = undefined;
};

const renamed = (done: readonly Completed[], mapping: Mapping): Completed[] =>
  done.map((each) => ({
    ...each,
    node: mapped(mapping, each.node),
    inside: each.inside && renamed(each.inside, mapping),
  }));

const rename = (run: Run, token: Token, { mapping, added }: Change): void => {
  const before = token.at;
  token.at = mapped(mapping, before);
  token.into = token.into?.map((path) => path.map((id) => mapped(mapping, id)));
  if (token.via !== undefined) token.via = mapped(mapping, token.via);
  token.consumed = token.consumed?.map((flow) => mapped(mapping, flow));
  token.undo = token.undo && renamed(token.undo, mapping);
  for (const { wait } of token.gathered ?? []) wait.element = mapped(mapping, wait.element);
  if (token.todo?.do === 'trigger') token.todo.wait.element = mapped(mapping, token.todo.wait.element);
  const kept: OpenWait[] = [];
  for (const wait of token.waits ?? []) {
    wait.element = mapped(mapping, wait.element);
    if (wait.again !== undefined) wait.again.element = wait.element;
    if (isStillThere(run, token, wait.element) && !added.has(wait.element)) kept.push(wait);
    else closeWait(run, wait);
  }
  token.waits = kept.length > 0 ? kept : undefined;
  if (!token.isEntered || token.role !== undefined) return;
  // What runs already has all the tokens it needs, however many the version asks for.
  if (nodeAt(run, token).definition.startQuantity !== undefined && isBusy(token)) token.isBegun = true;
  const isFree = token.todo === undefined && token.ask === undefined && token.incident === undefined;
  const events = token.iteration === undefined ? eventsAt(run, token, (id) => added.has(id)) : [];
  if (events.length > 0) armLater(run, token, { events: events.map(({ id }) => id), isFree });
  else if (isFree && isIdle(token)) comeAgain(run, token);
};

/** What a new event waits for has to be evaluated, which may ask: a move of its own, unless its token is busy. */
const armLater = (
  run: Run,
  token: Token,
  { events, isFree }: { events: string[]; isFree: boolean },
): void => {
  if (isFree) {
    token.isArmed = true;
    token.todo = { do: 'arm', events };
    run.queue.push(token);
    return;
  }
  run.token = token;
  run.node = nodeAt(run, token);
  run.used = 0;
  try {
    armAdded(run, token, events);
    token.isArmed = true;
  } catch (problem) {
    // It cannot ask beside what it awaits already, nor stop twice: the activity goes on without it.
    if (!(problem instanceof Pause) && !(problem instanceof Stop)) throw problem;
  }
};

/** Opens the waits of events that came with the version, on the border of its activity or behind its gateway. */
export const armAdded = (run: Run, token: Token, events: readonly string[]): void => {
  const { type } = nodeAt(run, token);
  const bodies = eventsAt(run, token, (id) => events.includes(id)).flatMap((event) =>
    type === 'eventBasedGateway' ? waitBodiesOf(run, token, event) : bodiesFor(run, token, event),
  );
  for (const body of bodies) openWait(run, token, body);
};

const eventsAt = (run: Run, token: Token, isWanted: (id: string) => boolean): PreparedNode[] => {
  const { type, armed, outgoing } = nodeAt(run, token);
  const behind =
    type === 'eventBasedGateway' ? outgoing.map((flow) => nodeOf(run.prepared, flow.target)) : [];
  return [...armed, ...behind].filter(({ id }) => isWanted(id));
};

const isBusy = (token: Token): boolean =>
  !isIdle(token) || token.ask !== undefined || token.incident !== undefined;

/** It waits for nothing but other tokens: to join, or to be as many as its activity needs. */
const isIdle = ({ waits, inner, consumed }: Token): boolean =>
  waits === undefined && inner === undefined && consumed === undefined;

/** Other tokens may no longer be needed: what waited for them looks again. */
const comeAgain = (run: Run, token: Token): void => {
  if (!nodeAt(run, token).isQuiet) token.isEntered = undefined;
  run.queue.push(token);
};

const isStillThere = (run: Run, token: Token, element: string): boolean => {
  if (element === token.at) return true;
  const node = nodeAt(run, token);
  if (node.definition.boundary?.includes(element)) return true;
  return node.type === 'eventBasedGateway' && node.outgoing.some((flow) => flow.target === element);
};
