import type { Reading } from '../reading.ts';
import { expressionIn, one } from '../source.ts';
import type { Source } from '../source.ts';

/** Sequence flows between the nodes, in the order of the file: gateways look at them in this order. */
export const linkFlows = (reading: Reading): void => {
  for (const [id, source] of reading.sources)
    if (source.$type === 'bpmn:SequenceFlow') linkFlow(reading, id, source);
  for (const [id, source] of reading.sources) linkDefault(reading, id, source);
};

const linkFlow = ({ graph, findings, file }: Reading, id: string, flow: Source): void => {
  const from = one(flow, 'sourceRef');
  const to = one(flow, 'targetRef');
  const at = { id, name: flow.name };
  if (from === undefined || to === undefined) {
    // A reference to nothing is reported where the file was read; an absent one only here.
    const isReported = findings.problems.some(
      ({ code, element }) => code === 'reference-unknown' && element === (flow.id ?? null),
    );
    const missing = [...(from ? [] : ['sourceRef']), ...(to ? [] : ['targetRef'])];
    if (!isReported) findings.add('reference-wrong', at, { property: missing.join(', '), value: '' });
    return;
  }
  const source = graph.nodes[from.id ?? ''];
  const target = graph.nodes[to.id ?? ''];
  if (source === undefined || target === undefined) {
    const isElsewhere =
      file.byId.has(from.id ?? '') && file.byId.has(to.id ?? '') && isFlowNode(from) && isFlowNode(to);
    const wrong = source === undefined ? from : to;
    if (isElsewhere) findings.add('flow-crosses-border', at, { value: wrong.id ?? '' });
    else
      findings.add('reference-wrong', at, {
        property: source ? 'targetRef' : 'sourceRef',
        value: wrong.id ?? '',
      });
    return;
  }
  if (source.scope !== target.scope) return findings.add('flow-crosses-border', at, { value: target.id });
  const condition = expressionIn(flow, 'conditionExpression');
  graph.flows[id] = { id, source: source.id, target: target.id };
  if (flow.name) graph.flows[id].name = flow.name;
  if (condition !== undefined) graph.flows[id].condition = condition;
  source.outgoing.push(id);
  target.incoming.push(id);
};

const linkDefault = ({ graph, findings }: Reading, id: string, source: Source): void => {
  const node = graph.nodes[id];
  const flow = node && one(source, 'default');
  if (node === undefined || flow === undefined) return;
  if (flow.id !== undefined && node.outgoing.includes(flow.id)) node.default = flow.id;
  else findings.add('default-foreign', source, { value: flow.id ?? '' });
};

const isFlowNode = (source: Source): boolean => /Task|Event|Gateway|Process|Activity/.test(source.$type);
