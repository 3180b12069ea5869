import { defineScreen, fields } from '../../../core/index.ts';

export const complaintRecord = defineScreen({
  id: 'service.complaint',
  kind: 'record',
  entity: 'complaint',
  header: ['number', 'status', 'cause', 'account', 'responsible'],
  side: [
    { id: 'flows', node: 'flows' },
    {
      id: 'facts',
      node: 'section',
      title: 'service.screen.complaint.facts',
      children: fields(
        'status',
        'cause',
        'responsible',
        'isCovered',
        'compensation',
        'account',
        'contact',
        'ticket',
        'survey',
      ),
    },
  ],
  body: [
    {
      id: 'story',
      node: 'section',
      title: 'service.screen.complaint.story',
      children: fields('description', 'findings', 'solution'),
    },
    { id: 'timeline', node: 'timeline' },
  ],
});
