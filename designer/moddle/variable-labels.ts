import { readDecision } from './decision.ts';
import { readForm } from './form.ts';
import { isA, nameOf, type ModdleElement } from './moddle-element.ts';

/** What people call the variables that forms and decisions of a diagram leave: the field's label, the decision's name. */
export function variableLabels(elements: readonly ModdleElement[]): Map<string, string> {
  const all = elements.flatMap((element): [name: string, label: string][] => {
    if (isA(element, 'bpmn:UserTask')) return readForm(element).fields.map(({ id, label }) => [id, label]);
    if (!isA(element, 'bpmn:BusinessRuleTask')) return [];
    return [[readDecision(element)?.result ?? '', nameOf(element)]];
  });
  // The first that says so: two forms that ask for one variable ask for the same.
  return new Map(all.filter(([name, label]) => name !== '' && label !== '').toReversed());
}
