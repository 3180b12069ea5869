import type { FixRule } from './fix-of.ts';

/** A task that does nothing by itself is meant for a person. */
export const makeWork: FixRule = ({ element }, session) => {
  const found = session.element(element);
  const ask = session.step('ask');
  return found && ask && { label: 'ask', run: () => session.change(found, ask) };
};
