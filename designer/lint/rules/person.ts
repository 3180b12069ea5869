import { readAssignment } from '../../moddle/assignment.ts';
import { childOf, childrenOf, isA, nameOf, type ModdleElement } from '../../moddle/moddle-element.ts';
import type { LintRule, Report } from '../finding.ts';

/** Work for a person has somebody to do it, and says what to do. */
export const person: LintRule = {
  check(element) {
    if (!isA(element, 'bpmn:UserTask')) return [];
    const reports: Report[] = [];
    const { assignee, candidateUsers, candidateRoles } = readAssignment(element);
    if (!assignee && !candidateUsers && !candidateRoles && !isInLane(element)) {
      reports.push({ code: 'nobody', severity: 'warning' });
    }
    if (!nameOf(element)) reports.push({ code: 'name-missing', severity: 'warning' });
    return reports;
  },
};

const isInLane = (element: ModdleElement): boolean => {
  const lanes = childrenOf(element, 'lanes');
  if (lanes.length > 0) return true;
  const sets = element.$parent ? childrenOf(element.$parent, 'laneSets') : [];
  return sets.some((set) =>
    childrenOf(set, 'lanes').some((lane) => {
      const inside = childOf(lane, 'childLaneSet');
      return childrenOf(lane, 'flowNodeRef').includes(element) || inside !== undefined;
    }),
  );
};
