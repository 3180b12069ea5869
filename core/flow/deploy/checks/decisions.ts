import type { Check } from './check.ts';

/** The decision is deployed, in the version that is asked, and gets what it looks at. */
export const checkDecisions: Check = ({ graph, findings }, { decisions }) => {
  if (decisions === undefined) return;
  for (const node of Object.values(graph.nodes)) {
    if (node.decision === undefined) continue;
    const { ref, version, inputs } = node.decision;
    const known = decisions.get(ref);
    if (known === undefined) findings.add('decision-unknown', node, { decision: ref });
    else if (typeof version === 'number' && version > known.version)
      findings.add('decision-version-unknown', node, { decision: ref, version, latest: known.version });
    if (known === undefined || inputs.length === 0) continue;
    const given = new Set(inputs.map((input) => input.name.replace(/\..*$/, '')));
    for (const input of known.inputs)
      if (!given.has(input)) findings.add('decision-input-missing', node, { decision: ref, input });
  }
};
