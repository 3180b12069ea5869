import type { FixRule } from './fix-of.ts';

/** A step that leads nowhere is where the flow ends. */
export const endHere: FixRule = ({ element }, session) => {
  const found = session.element(element);
  const end = session.step('end');
  return found && end && { label: 'end', run: () => void session.append(end, found) };
};
