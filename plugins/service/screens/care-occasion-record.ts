import { defineScreen, fields } from '../../../core/index.ts';

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
      children: fields('on', 'status', 'occasion', 'contact', 'account', 'assignee', 'plan', {
        field: 'reason',
        readOnly: true,
        visible: 'reason != null',
      }),
    },
  ],
  body: [
    {
      id: 'story',
      node: 'section',
      title: 'service.screen.care-occasion.story',
      children: fields('said'),
    },
    { id: 'timeline', node: 'timeline' },
  ],
});
