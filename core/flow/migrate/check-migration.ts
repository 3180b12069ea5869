/** Whether what an instance holds finds its place in another version. Pure: asked by the rehearsal and by the real run. */
import type { FlowNode, Graph } from '../graph/index.ts';
import { mapped, type Mapping, type State, type Token } from '../step/index.ts';

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
  const problems = check.state.tokens.flatMap((token) => {
    const found = problemOf(check, token);
    return found ? [found] : [];
  });
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
  if (before?.type !== after.type)
    return said('migrate-type-differs', { from: before?.type ?? '', to: after.type });
  if (before.loop?.kind !== after.loop?.kind) return said('migrate-loop-differs');
  if (before.event?.kind !== after.event?.kind) return said('migrate-event-differs');
  const scope = state.scopes.find((each) => each.id === token.scope);
  if (scope && token.iteration === undefined && mapped(mapping, scope.node) !== after.scope)
    return said('migrate-scope-differs', { scope: to.nodes[after.scope]?.name || after.scope });
  return lostFlow({ to, mapping }, token, after)
    ? said('migrate-flow-gone')
    : lostEvent({ from, to, mapping }, token, after) && said('migrate-event-gone');
}

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
