import { defineScreen } from '../../../core/index.ts';

export const templateRecord = defineScreen({
  id: 'campaigns.template',
  kind: 'record',
  entity: 'template',
  side: [
    {
      id: 'facts',
      node: 'section',
      children: [
        { id: 'name', node: 'field', field: 'name' },
        { id: 'subject', node: 'field', field: 'subject' },
        { id: 'language', node: 'field', field: 'language' },
        { id: 'original', node: 'field', field: 'original' },
        { id: 'owner', node: 'field', field: 'owner' },
        // The editor shows it.
        { id: 'body', node: 'field', field: 'body', hidden: true },
      ],
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
