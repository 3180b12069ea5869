import { gather } from '../step/gather.ts';
import { record } from '../step/history.ts';
import { closeWaits, takeAll } from '../step/moves.ts';
import { nodeOf } from '../step/prepare.ts';
import { openWait } from '../step/waits.ts';
import type { Element } from './element.ts';
import { waitBodiesOf } from './events/wait-body.ts';

/**
 * Waits for all events behind it at once; the first wins and closes the others. A parallel one, which starts an
 * instance, is begun by the first and then waits for each of the others in its place.
 */
export const eventBasedGateway: Element = {
  type: 'eventBasedGateway',
  enter(run, token, node) {
    const bodies = node.outgoing.flatMap((flow) =>
      waitBodiesOf(run, token, nodeOf(run.prepared, flow.target)),
    );
    for (const body of bodies) openWait(run, token, body);
  },
  trigger(run, token, node, wait, variables) {
    const brought = gather(token, nodeOf(run.prepared, wait.element), { wait, variables });
    if (brought === null) return;
    closeWaits(run, token);
    token.gathered = undefined;
    if (node.isRecorded) record(run, node, 'completed');
    const happened = node.outgoing.filter((flow) => flow.target === wait.element);
    const others = node.outgoing.filter((flow) => flow.target !== wait.element);
    const isParallel = node.definition.instantiates === 'parallel';
    takeAll(run, token, node, isParallel ? [...happened, ...others] : happened);
    // The event has happened already: its element goes on as if it had waited itself.
    token.todo = { do: 'trigger', wait, variables: brought.variables };
  },
};
