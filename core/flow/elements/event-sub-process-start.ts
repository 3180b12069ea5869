import { armedBody, reopen } from '../step/boundary.ts';
import { beginEventSubProcess } from '../step/event-sub-processes.ts';
import { complete, scopeOf } from '../step/moves.ts';
import { openWait } from '../step/waits.ts';
import type { Element } from './element.ts';

/** A guard waits here as long as the scope around runs; a token that travels has been let in by it. */
export const eventSubProcessStart: Element = {
  type: 'startEvent',
  enter(run, token, node) {
    if (token.role === 'guard') openWait(run, token, armedBody(run, token, node));
    else complete(run, token, node);
  },
  trigger(run, token, node, wait, variables) {
    const scope = scopeOf(run, token.scope);
    const begun = run.prepared.graph.scopes[scope.node]!.eventSubProcesses!.find(
      (each) => each.start === node.id,
    )!;
    if (!begun.isInterrupting) reopen(run, token, wait);
    beginEventSubProcess(run, scope, begun, variables);
  },
};
