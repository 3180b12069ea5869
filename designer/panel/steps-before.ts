import { childOf, childrenOf, isA, type ModdleElement } from '../moddle/moddle-element.ts';

/**
 * The steps that may have run before an element is reached, itself included for what it sets; all steps of the process
 * where nothing leads to it yet. A boundary event comes after what ran before its host; what stands in a sub-process
 * comes after all before that.
 */
export function stepsBefore(element: ModdleElement, process: ModdleElement): ModdleElement[] {
  const start = isA(element, 'bpmn:SequenceFlow') ? childOf(element, 'sourceRef') : element;
  const data = allIn(process).filter((each) =>
    isA(each, 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'),
  );
  if (start === undefined || start === process) return allIn(process);
  const seen = new Set<ModdleElement>();
  const queue = [start];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...sourcesOf(next));
  }
  return seen.size > 1 ? [...seen, ...data] : allIn(process);
}

function sourcesOf(element: ModdleElement): ModdleElement[] {
  const host = childOf(element, 'attachedToRef');
  const parent = element.$parent;
  return [
    ...childrenOf(element, 'incoming').flatMap((flow) => childOf(flow, 'sourceRef') ?? []),
    ...(host ? [host] : []),
    ...(parent && isA(parent, 'bpmn:SubProcess') ? [parent] : []),
    // What ran in a sub-process is part of what ran before.
    ...(isA(element, 'bpmn:SubProcess') ? allIn(element) : []),
  ];
}

const allIn = (scope: ModdleElement): ModdleElement[] =>
  childrenOf(scope, 'flowElements').flatMap((child) =>
    isA(child, 'bpmn:SequenceFlow') ? [] : isA(child, 'bpmn:SubProcess') ? [child, ...allIn(child)] : [child],
  );
