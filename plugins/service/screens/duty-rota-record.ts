import { defineScreen } from '../../../core/index.ts';

export const dutyRotaRecord = defineScreen({
  id: 'service.duty-rota',
  kind: 'record',
  entity: 'duty-rota',
  header: ['isActive', 'uncoveredFrom', 'queue'],
  side: [
    {
      id: 'when',
      node: 'section',
      title: 'service.screen.duty-rota.when',
      children: [
        {
          id: 'isActive',
          node: 'field',
          field: 'isActive',
        },
        { id: 'startsOn', node: 'field', field: 'startsOn' },
        { id: 'every', node: 'field', field: 'every' },
        { id: 'unit', node: 'field', field: 'unit' },
        { id: 'hour', node: 'field', field: 'hour' },
        {
          id: 'isOnWorkdays',
          node: 'field',
          field: 'isOnWorkdays',
        },
        { id: 'queue', node: 'field', field: 'queue' },
        { id: 'owner', node: 'field', field: 'owner', help: 'service.screen.duty-rota.owner.help' },
        {
          id: 'uncovered',
          node: 'field',
          field: 'uncoveredFrom',
        },
      ],
    },
    { id: 'flows', node: 'flows' },
  ],
  body: [
    {
      id: 'people',
      node: 'related',
      entity: 'duty-place',
      by: 'rota',
      columns: ['position', 'person'],
      sort: ['position'],
    },
    {
      id: 'duties',
      node: 'related',
      entity: 'duty',
      by: 'rota',
      columns: ['startsAt', 'endsAt', 'person', 'offeredTo'],
      sort: ['-startsAt'],
    },
    { id: 'timeline', node: 'timeline' },
  ],
});
