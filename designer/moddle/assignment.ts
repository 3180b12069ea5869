import { textOf, type CreateElement, type ModdleElement } from './moddle-element.ts';
import { extensionOf } from './extension.ts';

/** Who gets a work item, and until when; JSONata each. */
export interface Assignment {
  assignee: string;
  candidateUsers: string;
  candidateRoles: string;
  due: string;
  followUp: string;
  priority: string;
}

const names = ['assignee', 'candidateUsers', 'candidateRoles', 'due', 'followUp', 'priority'] as const;

export const readAssignment = (element: ModdleElement): Assignment => {
  const found = extensionOf(element, 'relata:Assignment');
  return {
    assignee: textOf(found, 'assignee'),
    candidateUsers: textOf(found, 'candidateUsers'),
    candidateRoles: textOf(found, 'candidateRoles'),
    due: textOf(found, 'due'),
    followUp: textOf(found, 'followUp'),
    priority: textOf(found, 'priority'),
  };
};

/** The `relata:Assignment` element; null when nothing is said. */
export const writeAssignment = (create: CreateElement, assignment: Assignment): ModdleElement | null => {
  const said = names.filter((name) => assignment[name].trim() !== '');
  if (said.length === 0) return null;
  return create('relata:Assignment', Object.fromEntries(said.map((name) => [name, assignment[name]])));
};
