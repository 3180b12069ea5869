import { definitionOf } from '../../graph/events.ts';
import type { Check } from './check.ts';

/** The subject and the records that conditions are about exist; what starts the flow is its subject. */
export const checkEntities: Check = ({ graph, findings }, { entities }) => {
  if (entities && graph.subject !== null && !entities.has(graph.subject))
    findings.add('subject-unknown', { id: graph.key, name: graph.name }, { entity: graph.subject });
  for (const node of Object.values(graph.nodes)) {
    const entity = definitionOf(node, 'conditional')?.record?.entity;
    if (entity === undefined) continue;
    if (entities && !entities.has(entity)) findings.add('record-entity-unknown', node, { entity });
    else if (node.type === 'startEvent' && node.scope === graph.key && graph.subject !== entity)
      findings.add('record-entity-other', node, { entity, subject: graph.subject ?? '' });
  }
};
