import type { Decision } from '../model.ts';
import type { Findings } from '../problem.ts';

/** Each decision with all that it needs, also by way of others, in an order in which they can be decided. */
export function orderRequirements(decisions: readonly Decision[], findings: Findings): Decision[] {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  return decisions.map((decision) => {
    const order: string[] = [];
    const isSound = visit(decision.id, { byId, order, path: [] });
    if (!isSound) findings.add('requirement-circle', { element: decision.id, decision: decision.name });
    return { ...decision, requires: order.filter((id) => id !== decision.id) };
  });
}

interface Walk {
  byId: ReadonlyMap<string, Decision>;
  order: string[];
  path: readonly string[];
}

function visit(id: string, { byId, order, path }: Walk): boolean {
  if (path.includes(id)) return false;
  if (order.includes(id)) return true;
  const needed = byId.get(id)?.requires ?? [];
  const isSound = needed.every((each) => visit(each, { byId, order, path: [...path, id] }));
  order.push(id);
  return isSound;
}
