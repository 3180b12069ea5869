/** Whether what an instance holds finds its place in another version. Pure: asked by the rehearsal and by the real run. */
import type { FlowNode, Graph } from '../graph/index.ts';
import { mapped, type Completed, type Mapping, type Scope, type State, type Token } from '../step/index.ts';
import { unarmedEvent } from './unarmed-event.ts';

export interface MigrationProblem {
  /** The element in the version it runs in. */
  element: string;
  code: string;
  params: Record<string, string>;
}

export interface MigrationCheck {
  from: Graph;
  to: Graph;
  state: State;
  mapping: Mapping;
}

/** All reasons at once; none when it fits. */
export function checkMigration(check: MigrationCheck): MigrationProblem[] {
  const problems = [
    ...check.state.tokens.flatMap((token) => problemOf(check, token) ?? []),
    ...check.state.scopes.flatMap((scope) => problemsInside(check, scope)),
  ];
  const kept = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...kept.values()];
}

function problemOf({ from, to, state, mapping }: MigrationCheck, token: Token): MigrationProblem | undefined {
  const before = from.nodes[token.at];
  const target = mapped(mapping, token.at);
  const after = to.nodes[target];
  const said = (code: string, more: Record<string, string> = {}): MigrationProblem => ({
    element: token.at,
    code,
    params: { element: before?.name || token.at, target: after?.name || target, ...more },
  });
  // The wait of an event sub-process that is gone is given up with it.
  if (token.role === 'guard') return undefined;
  if (!after) return said('migrate-element-gone');
  if (before === undefined || typeOf(before) !== typeOf(after))
    return said('migrate-type-differs', { from: before ? typeOf(before) : '', to: typeOf(after) });
  if (!repeatsAlike(before, after)) return said('migrate-loop-differs');
  if (before.event?.kind !== after.event?.kind) return said('migrate-event-differs');
  const scope = state.scopes.find((each) => each.id === token.scope);
  // What undoes an activity is in a scope of its own, and what undoes beside the flow is where that is.
  const isUndoing = token.role === 'carrier' || (scope?.node === token.at && after.isForCompensation);
  if (scope && token.iteration === undefined && !isUndoing && mapped(mapping, scope.node) !== after.scope)
    return said('migrate-scope-differs', { scope: to.nodes[after.scope]?.name || after.scope });
  const unarmed = unarmedEvent({ from, to, mapping }, token, after);
  if (unarmed) return said('migrate-event-unarmed', { event: unarmed.name || unarmed.id });
  return lostFlow({ to, mapping }, token, after)
    ? said('migrate-flow-gone')
    : lostEvent({ from, to, mapping }, token, after) && said('migrate-event-gone');
}

const typeOf = ({ type, isTriggeredByEvent }: FlowNode): string =>
  isTriggeredByEvent ? 'eventSubProcess' : type;

/** Those that have not begun, and what is collected, must find what they need. */
const repeatsAlike = ({ loop: before }: FlowNode, { loop: after }: FlowNode): boolean => {
  if (before?.kind !== 'multi' || after?.kind !== 'multi') return before?.kind === after?.kind;
  return (
    before.isSequential === after.isSequential &&
    (after.outputCollection === undefined || before.outputCollection !== undefined)
  );
};

/** What has completed and can be undone needs its handler; what people chose to begin next must be there. */
function problemsInside(
  { from, to, mapping }: MigrationCheck,
  { done, adHoc, node }: Scope,
): MigrationProblem[] {
  const said = (id: string, code: string): MigrationProblem => {
    const target = mapped(mapping, id);
    const params = { element: from.nodes[id]?.name || id, target: to.nodes[target]?.name || target };
    return { element: id, code, params };
  };
  const parts = to.nodes[mapped(mapping, node)]?.adHoc?.parts ?? [];
  const gone = (adHoc?.queue ?? []).filter((id) => !parts.includes(mapped(mapping, id)));
  return [
    ...gone.map((id) => said(id, 'migrate-element-gone')),
    ...completedIn(done ?? [])
      .filter((id) => !canUndo(from, id, to, mapped(mapping, id)))
      .map((id) => said(id, 'migrate-undo-gone')),
  ];
}

const completedIn = (done: readonly Completed[]): string[] =>
  done.flatMap((each) => [each.node, ...completedIn(each.inside ?? [])]);

/** A handler for a handler; what was undone from within is by what completed inside. */
const canUndo = (from: Graph, id: string, to: Graph, target: string): boolean => {
  const after = to.nodes[target];
  if (after === undefined) return false;
  return from.nodes[id]?.compensation === undefined
    ? to.scopes[target] !== undefined
    : after.compensation !== undefined;
};

/** A token that waits at a join counts for the flow it came by. */
const lostFlow = (
  { mapping }: Pick<MigrationCheck, 'to' | 'mapping'>,
  { via }: Token,
  after: FlowNode,
): boolean =>
  after.type.endsWith('Gateway') &&
  after.incoming.length > 1 &&
  via !== undefined &&
  !after.incoming.includes(mapped(mapping, via));

/** An event that is awaited behind its gateway must be there too. */
const lostEvent = (
  { from, to, mapping }: Omit<MigrationCheck, 'state'>,
  { at, waits }: Token,
  after: FlowNode,
): true | undefined =>
  (from.nodes[at]?.type === 'eventBasedGateway' &&
    waits?.some(({ element }) => {
      const target = mapped(mapping, element);
      const isBehind = after.outgoing.some((flow) => to.flows[flow]?.target === target);
      return !isBehind || from.nodes[element]?.event?.kind !== to.nodes[target]?.event?.kind;
    })) ||
  undefined;
