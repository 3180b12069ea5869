import { defineScreen } from '../../../core/index.ts';

export const accountList = defineScreen({
  id: 'customers.accounts',
  kind: 'list',
  entity: 'account',
  nav: { group: 'customers', icon: 'building-2', order: 30 },
  columns: ['name', 'sector', 'employees', 'revenue', 'officeLocation', 'subsidiaryOf', 'owner'],
  sort: ['name'],
  filters: ['sector', 'owner', 'officeLocation', 'employees'],
});
