import { defineScreen, fields } from '../../../core/index.ts';

export const leadFormRecord = defineScreen({
  id: 'campaigns.form',
  kind: 'record',
  entity: 'lead-form',
  header: ['state', 'submissions', 'owner'],
  side: [
    {
      id: 'facts',
      node: 'section',
      title: 'campaigns.screen.form.facts',
      children: fields(
        'name',
        'state',
        'isToConfirm',
        { field: 'key', readOnly: true },
        'submissions',
        'campaign',
        'about',
        'owner',
      ),
    },
  ],
  body: [
    {
      id: 'parts',
      node: 'tabs',
      children: [
        {
          id: 'compose',
          node: 'tab',
          title: 'campaigns.screen.form.compose',
          children: [{ id: 'composer', node: 'element', element: 'campaigns-form' }],
        },
        {
          id: 'submitted',
          node: 'tab',
          title: 'campaigns.screen.form.submissions',
          children: [
            {
              id: 'submission-list',
              node: 'related',
              entity: 'form-submission',
              by: 'form',
              columns: ['who', 'contact', 'isNew', 'page', 'submittedAt', 'confirmedAt'],
              sort: ['-submittedAt'],
            },
          ],
        },
        { id: 'activity', node: 'tab', children: [{ id: 'timeline', node: 'timeline' }] },
      ],
    },
  ],
});
