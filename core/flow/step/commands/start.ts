import { guardScope } from '../event-sub-processes.ts';
import { endScope, makeToken } from '../moves.ts';
import { expressionOf } from '../prepare.ts';
import { expressionsOfGraph } from '../expressions-of.ts';
import type { Run } from '../run.ts';
import type { Command } from '../types.ts';

/** A new instance: its variables, and a token at the start event. */
export const start = (run: Run, command: Extract<Command, { type: 'start' }>): void => {
  const { graph } = run.prepared;
  run.state = {
    format: 1,
    instance: command.instance,
    status: 'active',
    isSuspended: undefined,
    startedAt: command.now,
    subject: command.subject,
    businessKey: command.businessKey,
    caller: command.caller,
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
  guardScope(run, process);
  const entry = entryOf(run, command.event);
  for (const element of entry) makeToken(run, element, 0);
  if (entry.length === 0) endScope(run, process);
};

/** The event named; else the none start, or all that nothing leads to; else the first start there is. */
const entryOf = (run: Run, event: string | undefined): string[] => {
  const scope = run.prepared.graph.scopes[run.prepared.graph.key]!;
  if (event !== undefined) {
    if (!scope.starts.includes(event))
      throw new Error(`"${event}" is no start event of "${run.prepared.graph.key}"`);
    return [event];
  }
  return scope.entry.length > 0 ? scope.entry : scope.starts.slice(0, 1);
};

const readsBefore = ({ prepared }: Run): boolean =>
  (prepared.readsBefore ??= expressionsOfGraph(prepared.graph).some((source) =>
    expressionOf(prepared, source).bindings.includes('before'),
  ));
