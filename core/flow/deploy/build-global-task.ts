import type { FlowNode } from '../graph/index.ts';
import { emptyGraph } from './build-graph.ts';
import type { File } from './parse-xml.ts';
import type { Findings } from './problem.ts';
import type { Reading } from './reading.ts';
import { readActivity } from './read/nodes.ts';
import { calledElement } from './read/call.ts';
import { many, typeOf } from './source.ts';
import type { Source } from './source.ts';

/** Global tasks that the processes to deploy call; one that nobody calls says nothing about what runs. */
export const calledGlobalTasks = (file: File): Source[] => {
  const called = new Set<Source>();
  const open = [...file.processes];
  for (let source = open.pop(); source !== undefined; source = open.pop()) {
    if (typeOf(source) === 'callActivity') {
      const target = file.byId.get(calledElement(source) ?? '');
      if (target !== undefined && isGlobalTask(target)) called.add(target);
    }
    open.push(...many(source, 'flowElements'));
  }
  return [...called];
};

export const isGlobalTask = (source: Source): boolean => /^bpmn:Global\w*Task$/.test(source.$type);

/** A global task is a flow of its own, of this one task. */
export const buildGlobalTask = (source: Source, at: { file: File; findings: Findings }): Reading => {
  const graph = emptyGraph(source, at.findings);
  const id = graph.key;
  const reading: Reading = { ...at, graph, sources: new Map([[id, source]]) };
  const name = source.name ?? '';
  const node: FlowNode = { id, type: localType(source), name, scope: id, incoming: [], outgoing: [] };
  graph.nodes[id] = node;
  graph.scopes[id] = { entry: [id], starts: [] };
  readActivity(reading, source, node, false);
  return reading;
};

/** `bpmn:GlobalUserTask` as `userTask`. */
const localType = (source: Source): string => {
  const name = source.$type.replace('bpmn:Global', '');
  return name.charAt(0).toLowerCase() + name.slice(1);
};
