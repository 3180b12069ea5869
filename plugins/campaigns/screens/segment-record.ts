import { defineScreen } from '../../../core/index.ts';

export const segmentRecord = defineScreen({
  id: 'campaigns.segment',
  kind: 'record',
  entity: 'segment',
  header: ['owner'],
  side: [
    {
      id: 'facts',
      node: 'section',
      title: 'campaigns.screen.segment.facts',
      children: [
        { id: 'name', node: 'field', field: 'name' },
        { id: 'key', node: 'field', field: 'key' },
        { id: 'purpose', node: 'field', field: 'purpose' },
        { id: 'owner', node: 'field', field: 'owner' },
        // Counted beside those who are in it.
        { id: 'count', node: 'field', field: 'members', hidden: true },
      ],
    },
  ],
  body: [
    { id: 'members', node: 'element', element: 'segment', title: 'campaigns.screen.segment.members' },
    { id: 'timeline', node: 'timeline' },
  ],
});
