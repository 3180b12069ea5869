import type { Decision, DecisionModel, FeelType } from '../model.ts';
import type { DecisionParts } from './parts.ts';

export interface DecisionItem {
  key: string;
  name: string;
  version: number;
  deployedAt: Date;
  deployedBy: { id: string; title: string };
  /** What it must be told. */
  inputs: { name: string; type: FeelType }[];
  /** Members of the result where there are several; one without a name is the result itself. */
  outputs: { name: string; label: string; type: FeelType }[];
  /** The result is a list of such. */
  isList: boolean;
  hitPolicy: string | null;
  rules: number;
  /** The flows whose latest version asks it. */
  usedBy: { key: string; name: string }[];
}

type Row = Pick<DecisionItem, 'key' | 'name' | 'version' | 'deployedAt' | 'deployedBy' | 'usedBy'> & {
  model: DecisionModel;
};

/** The latest version of every decision. */
export async function listDecisions({ sql }: DecisionParts): Promise<{ items: DecisionItem[]; next: null }> {
  const rows = await sql<Row[]>`
    with asking as (
      select d.key, d.name, node.value -> 'decision' ->> 'ref' as decision
      from (select distinct on (key) key, name, graph from flow.definition order by key, version desc) d,
        json_each(d.graph -> 'nodes') node
      where node.value -> 'decision' is not null)
    select distinct on (key) key, name, version, model, deployed_at as "deployedAt", deployed_by as "deployedBy",
      array(select distinct jsonb_build_object('key', asking.key, 'name', asking.name)
        from asking where decision = flow.decision.key) as "usedBy"
    from flow.decision order by key, version desc`;
  return { items: rows.map(itemOf), next: null };
}

export function itemOf({ model, ...row }: Row): DecisionItem {
  const decision = model.decisions[row.key]!;
  return { ...row, inputs: neededBy(model, decision), ...resultOf(decision) };
}

/** Its own needs and those of all that it requires. */
function neededBy({ decisions }: DecisionModel, { requires, id }: Decision): DecisionItem['inputs'] {
  const needs = [...requires, id].flatMap((each) => decisions[each]!.needs);
  return [...new Map(needs.toReversed().map((need) => [need.name, need])).values()].toReversed();
}

function resultOf({ logic }: Decision): Pick<DecisionItem, 'outputs' | 'isList' | 'hitPolicy' | 'rules'> {
  if (logic.kind === 'literal')
    return { outputs: [{ name: '', label: '', type: 'any' }], isList: false, hitPolicy: null, rules: 0 };
  const { hitPolicy, aggregation, outputs, rules } = logic;
  return {
    outputs: outputs.map(({ name, label, type }) => ({ name, label, type })),
    isList: !aggregation && ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'].includes(hitPolicy),
    hitPolicy: aggregation ? `${hitPolicy} ${aggregation}` : hitPolicy,
    rules: rules.length,
  };
}
