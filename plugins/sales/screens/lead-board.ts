import { defineScreen } from '../../../core/index.ts';

export const leadBoard = defineScreen({
  id: 'sales.leads',
  kind: 'board',
  entity: 'lead',
  nav: { group: 'sales', icon: 'flame', order: 15 },
  lanes: { field: 'state' },
  card: ['name', 'score', 'lastSignal', 'lastSignalAt', 'owner'],
  filters: ['owner', 'score', 'lastSignalAt'],
});
