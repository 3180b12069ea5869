import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });

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
      children: [
        ...['name', 'isActive', 'origins', 'queue', 'greeting', 'greetingZh'].map(field),
        { ...field('key'), readOnly: true },
      ],
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
