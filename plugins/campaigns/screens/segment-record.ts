import { defineScreen, fields } from '../../../core/index.ts';

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
      children: fields(
        'name',
        'key',
        'purpose',
        'owner',
        // Counted beside those who are in it.
        { id: 'count', field: 'members', hidden: true },
      ),
    },
  ],
  body: [
    { id: 'members', node: 'element', element: 'segment', title: 'campaigns.screen.segment.members' },
    { id: 'timeline', node: 'timeline' },
  ],
});
