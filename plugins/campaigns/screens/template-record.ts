import { defineScreen, fields } from '../../../core/index.ts';

export const templateRecord = defineScreen({
  id: 'campaigns.template',
  kind: 'record',
  entity: 'template',
  side: [
    {
      id: 'facts',
      node: 'section',
      children: fields(
        'name',
        'subject',
        'language',
        'original',
        'owner',
        // The editor shows it.
        { field: 'body', hidden: true },
      ),
    },
  ],
  body: [
    {
      id: 'parts',
      node: 'tabs',
      children: [
        {
          id: 'mail',
          node: 'tab',
          title: 'campaigns.screen.template.mail',
          children: [{ id: 'editor', node: 'element', element: 'template' }],
        },
        {
          id: 'files',
          node: 'tab',
          title: 'campaigns.screen.template.files',
          children: [
            {
              id: 'attachments',
              node: 'related',
              entity: 'template-file',
              by: 'template',
              columns: ['name', 'file'],
              sort: ['name'],
            },
          ],
        },
        { id: 'activity', node: 'tab', children: [{ id: 'timeline', node: 'timeline' }] },
      ],
    },
  ],
});
