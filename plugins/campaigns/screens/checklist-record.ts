import { defineScreen, fields } from '../../../core/index.ts';

export const checklistRecord = defineScreen({
  id: 'campaigns.checklist',
  kind: 'record',
  entity: 'checklist',
  side: [
    {
      id: 'facts',
      node: 'section',
      title: 'campaigns.screen.checklist.facts',
      children: fields('name', 'about', { id: 'count', field: 'items' }),
    },
  ],
  body: [
    {
      id: 'parts',
      node: 'tabs',
      children: [
        {
          id: 'todo',
          node: 'tab',
          title: 'campaigns.screen.checklist.todo',
          children: [
            {
              id: 'items',
              node: 'related',
              entity: 'checklist-item',
              by: 'checklist',
              columns: ['name', 'dueDays', 'responsible'],
              sort: ['dueDays'],
            },
          ],
        },
        {
          id: 'used',
          node: 'tab',
          title: 'campaigns.screen.checklist.used',
          children: [
            {
              id: 'campaigns',
              node: 'related',
              entity: 'campaign',
              by: 'checklist',
              columns: ['name', 'state', 'startDate', 'owner'],
              sort: ['-startDate'],
            },
          ],
        },
        { id: 'activity', node: 'tab', children: [{ id: 'timeline', node: 'timeline' }] },
      ],
    },
  ],
});
