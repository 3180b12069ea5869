import { defineScreen } from '../../../core/index.ts';

export const contracts = defineScreen({
  id: 'service.contracts',
  kind: 'list',
  entity: 'service-contract',
  nav: { group: 'service', icon: 'shield-check', order: 57 },
  columns: ['number', 'name', 'kind', 'account', 'product', 'package', 'startsOn', 'endsOn'],
  sort: ['endsOn'],
  filters: ['kind', 'account', 'product', 'endsOn'],
});
