import { defineScreen } from '../../../core/index.ts';

export const queueRecord = defineScreen({
  id: 'service.queue',
  kind: 'record',
  entity: 'service-queue',
  header: ['address', 'skill'],
  side: [
    {
      id: 'facts',
      node: 'section',
      title: 'service.screen.queue.facts',
      children: [
        { id: 'name', node: 'field', field: 'name' },
        { id: 'address', node: 'field', field: 'address' },
        { id: 'skill', node: 'field', field: 'skill' },
        { id: 'isDefault', node: 'field', field: 'isDefault' },
        { id: 'signature', node: 'field', field: 'signature' },
      ],
    },
  ],
  body: [
    {
      id: 'waiting',
      node: 'related',
      entity: 'ticket',
      by: 'queue',
      columns: ['number', 'subject', 'status', 'priority', 'assignee', 'nextDue'],
      sort: ['nextDue'],
    },
    { id: 'timeline', node: 'timeline' },
  ],
});
