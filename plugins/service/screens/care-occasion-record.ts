import { defineScreen } from '../../../core/index.ts';

export const careOccasionRecord = defineScreen({
  id: 'service.care-occasion',
  kind: 'record',
  entity: 'care-occasion',
  header: ['on', 'occasion', 'status', 'contact'],
  side: [
    { id: 'flows', node: 'flows' },
    {
      id: 'facts',
      node: 'section',
      title: 'service.screen.care-occasion.facts',
      children: [
        { id: 'on', node: 'field', field: 'on' },
        { id: 'status', node: 'field', field: 'status' },
        { id: 'occasion', node: 'field', field: 'occasion' },
        { id: 'contact', node: 'field', field: 'contact' },
        { id: 'account', node: 'field', field: 'account' },
        { id: 'assignee', node: 'field', field: 'assignee' },
        { id: 'plan', node: 'field', field: 'plan' },
        { id: 'reason', node: 'field', field: 'reason', readOnly: true, visible: 'reason != null' },
      ],
    },
  ],
  body: [
    {
      id: 'story',
      node: 'section',
      title: 'service.screen.care-occasion.story',
      children: [{ id: 'said', node: 'field', field: 'said' }],
    },
    { id: 'timeline', node: 'timeline' },
  ],
});
