import { childrenOf, textOf, type CreateElement, type ModdleElement } from './moddle-element.ts';
import { extensionOf } from './extension.ts';

/** What a service task calls, with JSONata on both sides. */
export interface TaskBinding {
  type: string;
  inputs: { name: string; value: string }[];
  outputs: { variable: string; value: string }[];
}

export const readTaskBinding = (element: ModdleElement): TaskBinding => {
  const task = extensionOf(element, 'relata:Task');
  return {
    type: textOf(task, 'type'),
    inputs: childrenOf(task, 'inputs').map((input) => ({
      name: textOf(input, 'name'),
      value: textOf(input, 'value'),
    })),
    outputs: childrenOf(task, 'outputs').map((output) => ({
      variable: textOf(output, 'variable'),
      value: textOf(output, 'value'),
    })),
  };
};

/** The `relata:Task` element; null when the binding says nothing. */
export const writeTaskBinding = (create: CreateElement, binding: TaskBinding): ModdleElement | null => {
  const inputs = binding.inputs.filter((input) => input.value.trim() !== '');
  if (!binding.type && inputs.length === 0 && binding.outputs.length === 0) return null;
  const task = create('relata:Task', {
    type: binding.type,
    inputs: inputs.map((input) => create('relata:Input', { ...input })),
    outputs: binding.outputs.map((output) => create('relata:Output', { ...output })),
  });
  for (const child of [...childrenOf(task, 'inputs'), ...childrenOf(task, 'outputs')]) child.$parent = task;
  return task;
};
