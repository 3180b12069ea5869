import { record } from '../step/history.ts';
import { remove } from '../step/moves.ts';
import type { Element } from './element.ts';

/** An activity with a `startQuantity`: it begins when as many tokens have arrived, by whichever flows. */
export const gathering = (activity: Element): Element => ({
  ...activity,
  enter(run, token, node) {
    if (token.iteration !== undefined) return activity.enter(run, token, node);
    const arrived = run.state.tokens.filter(
      (each) =>
        each.at === node.id && each.scope === token.scope && each.isEntered && each.isBegun === undefined,
    );
    if (arrived.length < node.definition.startQuantity!) return;
    for (const other of arrived) if (other !== token) remove(run, other);
    if (node.isRecorded) record(run, node, 'entered');
    token.isBegun = true;
    token.todo = { do: 'join' };
    run.queue.push(token);
  },
  join: (run, token, node) => activity.enter(run, token, node),
});
