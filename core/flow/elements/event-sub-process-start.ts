import { bodiesFor, reopen } from '../step/boundary.ts';
import { beginEventSubProcess } from '../step/event-sub-processes.ts';
import { gather } from '../step/gather.ts';
import { complete, scopeOf } from '../step/moves.ts';
import { openWait } from '../step/waits.ts';
import type { Element } from './element.ts';

/** A guard waits here as long as the scope around runs; a token that travels has been let in by it. */
export const eventSubProcessStart: Element = {
  type: 'startEvent',
  enter(run, token, node) {
    if (token.role !== 'guard') return complete(run, token, node);
    for (const body of bodiesFor(run, token, node)) openWait(run, token, body);
  },
  trigger(run, token, node, wait, variables) {
    const brought = gather(token, node, { wait, variables });
    if (brought === null) return;
    const scope = scopeOf(run, token.scope);
    const begun = run.prepared.graph.scopes[scope.node]!.eventSubProcesses!.find(
      (each) => each.start === node.id,
    )!;
    if (!begun.isInterrupting) for (const each of brought.waits) reopen(run, token, each);
    beginEventSubProcess(run, scope, begun, brought.variables);
  },
};
