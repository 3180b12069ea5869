import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });
const shown = (name: string) => ({ ...field(name), readOnly: true });

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
      children: [
        ...['name', 'contact', 'state'].map(field),
        ...['score', 'lastSignal', 'lastSignalAt', 'opportunity'].map(shown),
        ...['note', 'owner'].map(field),
      ],
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
