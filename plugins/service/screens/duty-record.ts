import { defineScreen, fields } from '../../../core/index.ts';

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
      children: fields('person', 'startsAt', 'endsAt', 'queue', 'rota'),
    },
    {
      id: 'swap',
      node: 'section',
      title: 'service.screen.duty.swap',
      children: fields('offeredTo', 'isSwap'),
    },
    { id: 'flows', node: 'flows' },
  ],
  body: [
    {
      id: 'story',
      node: 'section',
      title: 'service.screen.duty.story',
      children: fields('note'),
    },
    { id: 'timeline', node: 'timeline' },
  ],
});
