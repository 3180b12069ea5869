import { bodiesFor } from './boundary.ts';
import { guardAdded } from './event-sub-processes.ts';
import { closeWait, nodeAt, withdraw } from './moves.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { OpenWait, Token } from './state.ts';
import { openWait } from './waits.ts';

/** Elements and sequence flows of one version by those of the other; what is not named keeps its id. */
export type Mapping = Readonly<Record<string, string>>;

export const mapped = (mapping: Mapping, id: string): string =>
  Object.hasOwn(mapping, id) ? mapping[id]! : id;

interface Change {
  mapping: Mapping;
  /** Boundary events and starts of event sub-processes that nothing in the version before became. */
  added: ReadonlySet<string>;
}

/** Gives everything the names of the version it now runs in. */
export const migrateState = (run: Run, change: Change): void => {
  const { nodes } = run.prepared.graph;
  const { tokens, scopes } = run.state;
  for (const scope of scopes) scope.node = mapped(change.mapping, scope.node);
  for (const token of [...tokens]) {
    // An event sub-process that is gone is waited for no longer.
    if (token.role === 'guard' && nodes[mapped(change.mapping, token.at)] === undefined) withdraw(run, token);
    else rename(run, token, change);
  }
  for (const scope of scopes) guardAdded(run, scope, change.added);
};

const rename = (run: Run, token: Token, { mapping, added }: Change): void => {
  const before = token.at;
  token.at = mapped(mapping, before);
  token.into = token.into?.map((path) => path.map((id) => mapped(mapping, id)));
  if (token.via !== undefined) token.via = mapped(mapping, token.via);
  if (token.todo?.do === 'trigger') token.todo.wait.element = mapped(mapping, token.todo.wait.element);
  const kept: OpenWait[] = [];
  for (const wait of token.waits ?? []) {
    wait.element = mapped(mapping, wait.element);
    if (wait.again !== undefined) wait.again.element = wait.element;
    if (isStillThere(run, token, wait.element)) kept.push(wait);
    else closeWait(run, wait);
  }
  token.waits = kept.length > 0 ? kept : undefined;
  const isFree = token.todo === undefined && token.ask === undefined && token.incident === undefined;
  // What a new boundary event waits for has to be evaluated, which may ask: a move of its own.
  if (token.isEntered && isFree && addedEvents(run, token, added).length > 0) {
    token.isArmed = true;
    token.todo = { do: 'arm', events: addedEvents(run, token, added).map((event) => event.id) };
    run.queue.push(token);
  }
};

/** Opens the waits of boundary events that came with the version. */
export const armAdded = (run: Run, token: Token, events: readonly string[]): void => {
  const { armed } = nodeAt(run, token);
  const bodies = armed
    .filter((event) => events.includes(event.id))
    .flatMap((event) => bodiesFor(run, token, event));
  for (const body of bodies) openWait(run, token, body);
};

const addedEvents = (run: Run, token: Token, added: ReadonlySet<string>): PreparedNode[] =>
  token.iteration === undefined && token.role === undefined
    ? nodeAt(run, token).armed.filter((event) => added.has(event.id))
    : [];

const isStillThere = (run: Run, token: Token, element: string): boolean => {
  if (element === token.at) return true;
  const node = nodeAt(run, token);
  if (node.definition.boundary?.includes(element)) return true;
  return node.type === 'eventBasedGateway' && node.outgoing.some((flow) => flow.target === element);
};
