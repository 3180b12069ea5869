import { readFileSync } from 'node:fs';
import { deploy } from '../../deploy/index.ts';
import type { Catalogue } from '../../deploy/index.ts';
import type { Graph } from '../../graph/index.ts';

/** A catalogue in which any task type exists and takes anything. */
export const openCatalogue: Catalogue = {
  taskTypes: { get: () => ({}), has: () => true } as unknown as ReadonlyMap<string, object>, // Only `get` is asked.
};

/** Deploys `tests/flows/<name>.bpmn`; all that is wrong with it is the message when it does not. */
export const loadFlow = async (name: string): Promise<Graph> => flowOf(fileText(name));

/** All flows of a file, by key. */
export const loadFlows = async (name: string): Promise<Record<string, Graph>> => {
  const { flows, errors } = await deploy(fileText(name), openCatalogue);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return Object.fromEntries(flows.map(({ key, graph }) => [key, graph]));
};

const fileText = (name: string): string =>
  readFileSync(new URL(`../../../../tests/flows/${name}.bpmn`, import.meta.url), 'utf8');

export const flowOf = async (xml: string): Promise<Graph> => {
  const { flows, errors } = await deploy(xml, openCatalogue);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return flows[0]!.graph;
};

/** One executable process around the elements given, as XML. */
export const processXml = (
  inner: string,
  more: { around?: string; attributes?: string; id?: string } = {},
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:relata="urn:relata:bpmn:1" id="file" targetNamespace="urn:relata:test">
  ${more.around ?? ''}
  <bpmn:process id="${more.id ?? 'p'}" isExecutable="true" relata:history="full" ${more.attributes ?? ''}>
    ${inner}
  </bpmn:process>
</bpmn:definitions>`;

/** Sequence flows through the elements in order. */
export const chain = (...ids: string[]): string =>
  ids
    .slice(1)
    .map(
      (to, index) =>
        `<bpmn:sequenceFlow id="f_${ids[index]}_${to}" sourceRef="${ids[index]}" targetRef="${to}"/>`,
    )
    .join('\n    ');
