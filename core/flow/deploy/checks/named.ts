import { constantTexts } from '../../../expression/constant-texts.ts';
import { compile } from '../../../expression/compile.ts';
import { ExpressionError } from '../../../expression/expression-error.ts';
import { expressionsOf } from '../../step/expressions-of.ts';
import type { FlowNode, Graph } from '../../graph/index.ts';
import type { Check } from './check.ts';

/** What expressions write out instead of computing it is there: kinds of records, roles and people. */
export const checkNamed: Check = ({ graph, findings }, { entities, roles, people }) => {
  for (const node of Object.values(graph.nodes)) {
    const { work } = node;
    for (const entity of missing(namedEntities(graph, node), entities))
      findings.add('named-entity-unknown', node, { entity });
    for (const role of missing(constantTexts(work?.candidateRoles ?? ''), roles))
      findings.add('named-role-unknown', node, { role });
    for (const person of missing([work?.assignee, work?.candidateUsers].flatMap(named), people))
      findings.add('named-person-unknown', node, { person });
  }
};

const named = (source: string | undefined): string[] =>
  constantTexts(source ?? '').map((one) => one.toLowerCase());

/** Each once; nothing is missing where it is not known what there is. */
const missing = (ids: readonly string[], known: ReadonlySet<string> | undefined): string[] =>
  known ? [...new Set(ids)].filter((id) => !known.has(id)) : [];

/** What tasks for records are about, and what `$get` and `$find` ask for. */
function namedEntities(graph: Graph, node: FlowNode): string[] {
  const input = node.task?.inputs.find(({ name }) => name === 'entity');
  const asked = expressionsOf(graph, node).flatMap(askedIn);
  return [...(node.task?.type.startsWith('core.') ? constantTexts(input?.value ?? '') : []), ...asked];
}

function askedIn(source: string): string[] {
  try {
    return compile(source).gets.map(({ entity }) => entity);
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}
