import { textOf } from '../../moddle/moddle-element.ts';
import { readAssignment, writeAssignment } from '../../moddle/assignment.ts';
import type { FixRule } from './fix-of.ts';

/** Work about a record is its owner's, until somebody else is named. */
export const assignOwner: FixRule = ({ element }, session) => {
  const found = session.element(element);
  if (!found || textOf(session.root().businessObject, 'relata:subject') === '') return undefined;
  const edit = session.edit();
  const assignment = { ...readAssignment(found.businessObject), assignee: '$subject.owner.id' };
  return {
    label: 'owner',
    run: () => edit.extension(found, 'relata:Assignment', writeAssignment(edit.create, assignment)),
  };
};
