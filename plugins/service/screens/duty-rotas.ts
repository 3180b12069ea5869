import { defineScreen } from '../../../core/index.ts';

export const dutyRotas = defineScreen({
  id: 'service.duty-rotas',
  kind: 'list',
  entity: 'duty-rota',
  nav: { group: 'service', icon: 'refresh-cw', order: 54.1 },
  columns: ['name', { field: 'isActive', width: 112 }, 'uncoveredFrom', 'queue', 'every', 'unit', 'startsOn'],
  sort: ['name'],
  filters: ['isActive', 'queue'],
});
