import { defineScreen, fields } from '../../../core/index.ts';

export const siteRecord = defineScreen({
  id: 'service.site',
  kind: 'record',
  entity: 'service-site',
  header: ['isActive', 'queue'],
  side: [
    {
      id: 'facts',
      node: 'section',
      title: 'service.screen.site.facts',
      children: fields('name', 'isActive', 'origins', 'queue', 'greeting', 'greetingZh', {
        field: 'key',
        readOnly: true,
      }),
    },
  ],
  body: [
    {
      id: 'use',
      node: 'section',
      title: 'service.screen.site.use',
      children: [{ id: 'snippet', node: 'element', element: 'service-snippet' }],
    },
    { id: 'timeline', node: 'timeline' },
  ],
});
