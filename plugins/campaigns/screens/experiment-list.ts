import { defineScreen } from '../../../core/index.ts';

export const experimentList = defineScreen({
  id: 'campaigns.experiments',
  kind: 'list',
  entity: 'experiment',
  nav: { group: 'marketing', icon: 'split', order: 75 },
  columns: ['name', 'state', 'metric', 'startedAt', 'endedAt', 'owner'],
  sort: ['-updatedAt'],
  filters: ['state', 'metric', 'owner'],
});
