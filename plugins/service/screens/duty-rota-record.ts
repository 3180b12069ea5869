import { defineScreen, fields } from '../../../core/index.ts';

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
        ...fields('isActive'),
        { id: 'off', node: 'text', text: 'service.screen.duty-rota.off', visible: 'isActive != true' },
        ...fields(
          'startsOn',
          'every',
          'unit',
          'hour',
          'isOnWorkdays',
          'queue',
          { field: 'owner', help: 'service.screen.duty-rota.owner.help' },
          { id: 'uncovered', field: 'uncoveredFrom' },
        ),
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
