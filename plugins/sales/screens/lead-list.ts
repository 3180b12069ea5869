import { defineScreen } from '../../../core/index.ts';

export const leadList = defineScreen({
  id: 'sales.lead-list',
  kind: 'list',
  entity: 'lead',
  columns: ['name', 'state', 'score', 'lastSignal', 'lastSignalAt', 'opportunity', 'owner'],
  sort: ['-score'],
  filters: ['state', 'score', 'owner', 'lastSignalAt'],
});
