import type { Graph } from '../graph/index.ts';
import { buildGlobalTask, calledGlobalTasks } from './build-global-task.ts';
import { buildGraph } from './build-graph.ts';
import type { Catalogue } from './catalogue.ts';
import { checkGraph } from './checks/check-graph.ts';
import { findTwice } from './find-twice.ts';
import { guardXml } from './guard-xml.ts';
import { drawingOf } from './drawing.ts';
import { namePlaces } from './name-places.ts';
import { parseXml } from './parse-xml.ts';
import { Findings } from './problem.ts';
import type { Translations } from './translate/translate-file.ts';
import type { DeployProblem } from './problem.ts';
import type { Source } from './source.ts';

export interface DeployedFlow {
  key: string;
  name: string;
  graph: Graph;
  /** The whole file: pools of one file are versions that share their XML. */
  xml: string;
}

export interface Deployment {
  /** Empty when there are errors: a file deploys whole or not at all. */
  flows: DeployedFlow[];
  errors: DeployProblem[];
  warnings: DeployProblem[];
  /** What extensions of other tools became, and those that say nothing here. */
  translated: Translations;
}

/** Reads, checks and compiles a file: one flow per executable process, and all that is wrong with it. */
export const deploy = async (xml: string, catalogue: Catalogue): Promise<Deployment> => {
  const findings = new Findings();
  const graphs: Graph[] = [];
  let elements: Iterable<Source> = [];
  let translated: Translations = { translations: [], untranslated: [] };
  if (guardXml(xml, findings)) {
    const file = await parseXml(xml, findings);
    if (file !== null) findTwice(xml, findings);
    if (file !== null) [elements, translated] = [file.byId.values(), file.translated];
    for (const process of file?.processes ?? []) {
      const reading = buildGraph(process, { file: file!, findings });
      checkGraph(reading, catalogue);
      graphs.push(reading.graph);
    }
    for (const task of file === null ? [] : calledGlobalTasks(file)) {
      const reading = buildGlobalTask(task, { file: file!, findings });
      checkGraph(reading, catalogue);
      graphs.push(reading.graph);
    }
  }
  const drawing = drawingOf(elements);
  const found = (severity: 'error' | 'warning'): DeployProblem[] =>
    findings.of(severity).map((problem) => namePlaces(problem, drawing));
  const errors = found('error');
  const flows =
    errors.length > 0 ? [] : graphs.map((graph) => ({ key: graph.key, name: graph.name, graph, xml }));
  return { flows, errors, warnings: found('warning'), translated };
};
