import {
  childOf,
  childrenOf,
  idOf,
  isA,
  nameOf,
  textOf,
  type ModdleElement,
} from '../moddle/moddle-element.ts';
import { drawingOf } from '../../core/flow/deploy/drawing.ts';
import { placeOf, type Drawing } from '../../core/flow/deploy/place.ts';
import type { Finding, KnownFields, LintContext, LintRule, Report } from './finding.ts';
import { branches } from './rules/branches.ts';
import { calls } from './rules/calls.ts';
import { connected } from './rules/connected.ts';
import { events } from './rules/events.ts';
import { expressions } from './rules/expressions.ts';
import { goneFields } from './rules/gone-fields.ts';
import { person } from './rules/person.ts';
import { plainTask } from './rules/plain-task.ts';
import { repetition } from './rules/repetition.ts';
import { scripts } from './rules/scripts.ts';
import { starts } from './rules/starts.ts';
import { decision } from './rules/decision.ts';
import { taskType } from './rules/task-type.ts';
import { textInputs } from './rules/text-inputs.ts';

const rules: readonly LintRule[] = [
  starts,
  connected,
  branches,
  taskType,
  textInputs,
  decision,
  calls,
  repetition,
  person,
  events,
  scripts,
  expressions,
  goneFields,
  plainTask,
];

/**
 * What can be seen to be wrong while drawing, errors first. Deployment checks again, and more: the server's
 * validator is the judge.
 */
export const lint = (
  definitions: ModdleElement,
  tasks: LintContext['tasks'],
  fields?: KnownFields,
): Finding[] => {
  const findings = childrenOf(definitions, 'rootElements')
    .filter((root) => isA(root, 'bpmn:Process') && root.get('isExecutable') === true)
    .flatMap((process) => {
      const elements = elementsOf(process);
      const subject = textOf(process, 'relata:subject');
      const context = { tasks, subject, ...(fields && { fields }), ...waysOf(elements) };
      const drawing = drawingOf(elements);
      return elements.flatMap((element) => check(element, { context, drawing }));
    });
  return findings.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
};

const elementsOf = (scope: ModdleElement): ModdleElement[] => [
  scope,
  ...childrenOf(scope, 'flowElements').flatMap((child) =>
    isA(child, 'bpmn:SubProcess') ? elementsOf(child) : [child],
  ),
];

const waysOf = (elements: ModdleElement[]): Pick<LintContext, 'into' | 'outOf'> => {
  const ways = elements.filter((element) => isA(element, 'bpmn:SequenceFlow'));
  const into = Map.groupBy(ways, (way) => childOf(way, 'targetRef'));
  const outOf = Map.groupBy(ways, (way) => childOf(way, 'sourceRef'));
  return { into: (element) => into.get(element) ?? [], outOf: (element) => outOf.get(element) ?? [] };
};

interface Looked {
  context: LintContext;
  drawing: Drawing;
}

const check = (element: ModdleElement, { context, drawing }: Looked): Finding[] =>
  rules
    .flatMap((rule) => rule.check(element, context))
    .map(({ code, severity, params, at = element, elements }) => ({
      element: idOf(at),
      code,
      severity,
      ...told({ name: nameOf(at) ? at : element, ...elements }, { params, drawing }),
    }));

/** Elements by their names; those without one by where they stand. */
const told = (
  elements: Record<string, ModdleElement | undefined>,
  { params, drawing }: { params: Report['params']; drawing: Drawing },
): Pick<Finding, 'params' | 'places'> => {
  const named: Finding['params'] = {};
  const places: Finding['places'] = {};
  for (const [param, element] of Object.entries(elements)) {
    named[param] = nameOf(element);
    const place = nameOf(element) ? undefined : placeOf(idOf(element), drawing);
    if (place) places[param] = place;
  }
  return { params: { ...named, ...params }, places };
};
