import { record } from '../step/history.ts';
import { closeWaits, take } from '../step/moves.ts';
import { nodeOf } from '../step/prepare.ts';
import { openWait } from '../step/waits.ts';
import type { Element } from './element.ts';
import { waitBodyOf } from './events/wait-body.ts';

/** Waits for all events behind it at once; the first wins and closes the others. */
export const eventBasedGateway: Element = {
  type: 'eventBasedGateway',
  enter(run, token, node) {
    const bodies = node.outgoing.map((flow) => waitBodyOf(run, token, nodeOf(run.prepared, flow.target)));
    for (const body of bodies) openWait(run, token, body);
  },
  trigger(run, token, node, wait, variables) {
    closeWaits(run, token);
    if (node.isRecorded) record(run, node, 'completed');
    take(
      run,
      token,
      node,
      node.outgoing.find((flow) => flow.target === wait.element)!,
    );
    // The event has happened already: its element goes on as if it had waited itself.
    token.todo = { do: 'trigger', wait, variables };
  },
};
