import {
  childOf,
  childrenOf,
  idOf,
  isA,
  nameOf,
  textOf,
  type ModdleElement,
} from '../moddle/moddle-element.ts';
import type { Finding, LintContext, LintRule } from './finding.ts';
import { branches } from './rules/branches.ts';
import { calls } from './rules/calls.ts';
import { connected } from './rules/connected.ts';
import { events } from './rules/events.ts';
import { expressions } from './rules/expressions.ts';
import { person } from './rules/person.ts';
import { plainTask } from './rules/plain-task.ts';
import { repetition } from './rules/repetition.ts';
import { scripts } from './rules/scripts.ts';
import { starts } from './rules/starts.ts';
import { decision } from './rules/decision.ts';
import { taskType } from './rules/task-type.ts';

const rules: readonly LintRule[] = [
  starts,
  connected,
  branches,
  taskType,
  decision,
  calls,
  repetition,
  person,
  events,
  scripts,
  expressions,
  plainTask,
];

/**
 * What can be seen to be wrong while drawing, errors first. Deployment checks again, and more: the server's
 * validator is the judge.
 */
export const lint = (definitions: ModdleElement, tasks: LintContext['tasks']): Finding[] => {
  const findings = childrenOf(definitions, 'rootElements')
    .filter((root) => isA(root, 'bpmn:Process') && root.get('isExecutable') === true)
    .flatMap((process) => {
      const elements = elementsOf(process);
      const context = { tasks, subject: textOf(process, 'relata:subject'), ...waysOf(elements) };
      return elements.flatMap((element) => check(element, context));
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

const check = (element: ModdleElement, context: LintContext): Finding[] =>
  rules
    .flatMap((rule) => rule.check(element, context))
    .map(({ code, severity, params, at = element }) => ({
      element: idOf(at),
      code,
      severity,
      params: { name: nameOf(at) || nameOf(element), ...params },
    }));
