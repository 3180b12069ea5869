import { defineScreen } from '../../../core/index.ts';

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
      children: [
        { id: 'status', node: 'field', field: 'status' },
        { id: 'cause', node: 'field', field: 'cause' },
        { id: 'responsible', node: 'field', field: 'responsible' },
        { id: 'isCovered', node: 'field', field: 'isCovered' },
        { id: 'compensation', node: 'field', field: 'compensation' },
        { id: 'account', node: 'field', field: 'account' },
        { id: 'contact', node: 'field', field: 'contact' },
        { id: 'ticket', node: 'field', field: 'ticket' },
        { id: 'survey', node: 'field', field: 'survey' },
      ],
    },
  ],
  body: [
    {
      id: 'story',
      node: 'section',
      title: 'service.screen.complaint.story',
      children: [
        { id: 'description', node: 'field', field: 'description' },
        { id: 'findings', node: 'field', field: 'findings' },
        { id: 'solution', node: 'field', field: 'solution' },
      ],
    },
    { id: 'timeline', node: 'timeline' },
  ],
});
