import { defineScreen } from '../../../core/index.ts';

export const dutyRecord = defineScreen({
  id: 'service.duty',
  kind: 'record',
  entity: 'duty',
  header: ['person', 'startsAt', 'endsAt'],
  side: [
    {
      id: 'facts',
      node: 'section',
      title: 'service.screen.duty.facts',
      children: [
        { id: 'person', node: 'field', field: 'person' },
        { id: 'startsAt', node: 'field', field: 'startsAt' },
        { id: 'endsAt', node: 'field', field: 'endsAt' },
        { id: 'queue', node: 'field', field: 'queue' },
        { id: 'rota', node: 'field', field: 'rota' },
      ],
    },
    {
      id: 'swap',
      node: 'section',
      title: 'service.screen.duty.swap',
      children: [
        { id: 'offeredTo', node: 'field', field: 'offeredTo' },
        { id: 'isSwap', node: 'field', field: 'isSwap' },
      ],
    },
    { id: 'flows', node: 'flows' },
  ],
  body: [
    {
      id: 'story',
      node: 'section',
      title: 'service.screen.duty.story',
      children: [{ id: 'note', node: 'field', field: 'note' }],
    },
    { id: 'timeline', node: 'timeline' },
  ],
});
