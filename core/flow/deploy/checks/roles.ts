import type { Check } from './check.ts';

/** A lane names a role; where nobody has it, the work waits for operators. */
export const checkRoles: Check = ({ graph, findings }, { roles }) => {
  if (roles === undefined) return;
  for (const node of Object.values(graph.nodes)) {
    const { work } = node;
    if (work?.laneRole === undefined || work.assignee || work.candidateUsers || work.candidateRoles) continue;
    if (!roles.has(work.laneRole)) findings.add('role-unknown', node, { role: work.laneRole });
  }
};
