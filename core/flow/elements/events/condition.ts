import type { EventDefinition } from '../../graph/index.ts';
import type { PreparedNode } from '../../step/prepare.ts';
import type { Run } from '../../step/run.ts';
import type { WaitBody } from '../../step/waits.ts';

type Conditional = Extract<EventDefinition, { kind: 'conditional' }>;

/**
 * Waits until the condition becomes true: after a change of variables, or of the record, which is the subject where
 * the flow is about such a one, and any record of the entity otherwise.
 */
export const conditionWait = (run: Run, event: PreparedNode, definition: Conditional): WaitBody => {
  const { subject } = run.state;
  const entity = definition.record?.entity ?? null;
  const recordId = subject !== undefined && subject.entity === entity ? subject.id : null;
  return {
    element: event.id,
    body: { kind: 'condition', element: event.id, entity, recordId },
    watch: {
      source: definition.condition,
      record: entity === null ? undefined : { entity, id: recordId },
      isTrue: undefined,
      version: undefined,
      looks: entity === null || recordId !== null ? [{}] : [],
      ask: undefined,
      known: undefined,
      incident: undefined,
    },
  };
};
