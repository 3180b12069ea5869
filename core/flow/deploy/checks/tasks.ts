import type { Check } from './check.ts';

/** Task types exist, and get what they require. */
export const checkTasks: Check = ({ graph, findings }, { taskTypes }) => {
  for (const node of Object.values(graph.nodes)) {
    if (node.task === undefined) continue;
    const { type, inputs } = node.task;
    const schema = taskTypes.get(type);
    if (schema === undefined) {
      findings.add('task-type-unknown', node, { type });
      continue;
    }
    const given = new Set(inputs.map((input) => input.name));
    for (const input of schema.required ?? [])
      if (!given.has(input)) findings.add('task-input-missing', node, { type, input });
    const known = schema.properties;
    if (known === undefined) continue;
    for (const input of given)
      if (!Object.hasOwn(known, input)) findings.add('task-input-unknown', node, { type, input });
  }
};
