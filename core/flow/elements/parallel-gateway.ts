import { record } from '../step/history.ts';
import { remove, takeAll, consume } from '../step/moves.ts';
import type { PreparedNode } from '../step/prepare.ts';
import type { Run } from '../step/run.ts';
import type { Token } from '../step/state.ts';
import type { Element } from './element.ts';

/**
 * The join waits for one token on each incoming flow, of which it takes the oldest; two on one flow do not
 * count as two. The split puts one on each outgoing flow, whatever conditions stand there.
 */
export const parallelGateway: Element = {
  type: 'parallelGateway',
  isJoin: true,
  enter(run, token, node) {
    if (node.definition.incoming.length > 1) {
      const joined = joinedBy(run, token, node);
      if (joined === null) return;
      for (const other of joined) if (other !== token) remove(run, other);
    }
    if (node.isRecorded) {
      if (node.isQuiet) record(run, node, 'entered');
      record(run, node, 'completed');
    }
    if (node.outgoing.length === 0) consume(run, token);
    else takeAll(run, token, node, node.outgoing);
  },
};

/** The oldest token of each incoming flow, or null while one is missing. */
const joinedBy = (run: Run, token: Token, node: PreparedNode): Token[] | null => {
  const first = new Map<string | undefined, Token>();
  for (const each of run.state.tokens)
    if (each.at === node.id && each.scope === token.scope && each.isEntered && !first.has(each.via))
      first.set(each.via, each);
  const joined = node.definition.incoming.flatMap((flow) => first.get(flow) ?? []);
  if (joined.length < node.definition.incoming.length) return null;
  // Whichever came last fires the join and goes on, so it must be among those taken.
  if (!joined.includes(token)) return null;
  return joined;
};
