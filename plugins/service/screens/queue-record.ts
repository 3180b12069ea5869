import { defineScreen, fields } from '../../../core/index.ts';

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
      children: fields('name', 'address', 'skill', 'isDefault', 'signature'),
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
