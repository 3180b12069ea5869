import { defineScreen, fields } from '../../../core/index.ts';

export const leadRecord = defineScreen({
  id: 'sales.lead',
  kind: 'record',
  entity: 'lead',
  header: ['state', 'score', 'opportunity', 'owner'],
  side: [
    { id: 'flows', node: 'flows' },
    {
      id: 'facts',
      node: 'section',
      title: 'sales.screen.lead.facts',
      children: fields(
        'name',
        'contact',
        'state',
        { field: ['score', 'lastSignal', 'lastSignalAt', 'opportunity'], readOnly: true },
        'note',
        'owner',
      ),
    },
  ],
  body: [
    {
      id: 'signals',
      node: 'related',
      entity: 'lead-signal',
      by: 'lead',
      columns: ['what', 'points', 'at'],
      sort: ['-at'],
    },
    { id: 'timeline', node: 'timeline' },
  ],
});
