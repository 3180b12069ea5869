import { guardScope } from '../event-sub-processes.ts';
import { endScope, makeToken } from '../moves.ts';
import { expressionOf } from '../prepare.ts';
import { expressionsOfGraph } from '../expressions-of.ts';
import type { Run } from '../run.ts';
import type { Command } from '../types.ts';

/** A new instance: its variables, and a token at the start event. */
export const start = (run: Run, command: Extract<Command, { type: 'start' }>): void => {
  const { graph } = run.prepared;
  run.rough = {
    format: 1,
    instance: command.instance,
    status: 'active',
    isSuspended: undefined,
    startedAt: command.now,
    subject: command.subject,
    businessKey: command.businessKey,
    caller: command.caller,
    given: command.caller && Object.keys(command.variables),
    before: command.before !== undefined && readsBefore(run) ? command.before : undefined,
    count: 0,
    tokens: [],
    scopes: [
      {
        id: 0,
        node: graph.key,
        parent: undefined,
        owner: undefined,
        variables: { ...command.variables },
        own: undefined,
        live: 0,
      },
    ],
  };
  const process = run.state.scopes[0]!;
  for (const name of graph.scopes[graph.key]?.data ?? []) process.variables[name] ??= null;
  guardScope(run, process);
  if (command.event !== undefined) return begin(run, command.event, command.part);
  const entry = entryOf(run);
  for (const element of entry) makeToken(run, element, 0);
  if (entry.length === 0) endScope(run, process);
};

/** By an event that has happened: a start event, or an element that instantiates. */
const begin = (run: Run, event: string, part: number | undefined): void => {
  const { graph } = run.prepared;
  const node = graph.nodes[event];
  if (
    !graph.starts.some((start) => start.event === event) &&
    !graph.scopes[graph.key]!.starts.includes(event)
  )
    throw new Error(`"${event}" is no start event of "${graph.key}"`);
  const wait = { id: 0, element: event, cycle: undefined, again: undefined, watch: undefined, part };
  if (node?.type === 'startEvent') {
    const token = makeToken(run, event, 0);
    if (node.isParallelMultiple && part !== undefined) token.gathered = [{ wait, variables: {} }];
    return;
  }
  const gateway = node?.incoming.map((flow) => graph.flows[flow]!.source)[0] ?? event;
  makeToken(run, gateway, 0).todo = { do: 'trigger', wait, variables: {} };
};

/** The none start, or all that nothing leads to; else the first start there is. */
const entryOf = (run: Run): string[] => {
  const scope = run.prepared.graph.scopes[run.prepared.graph.key]!;
  return scope.entry.length > 0 ? scope.entry : scope.starts.slice(0, 1);
};

const readsBefore = ({ prepared }: Run): boolean =>
  (prepared.readsBefore ??= expressionsOfGraph(prepared.graph).some((source) =>
    expressionOf(prepared, source).bindings.includes('before'),
  ));
