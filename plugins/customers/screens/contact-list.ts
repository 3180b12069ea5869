import { defineScreen } from '../../../core/index.ts';

export const contactList = defineScreen({
  id: 'customers.contacts',
  kind: 'list',
  entity: 'contact',
  nav: { group: 'customers', icon: 'contact', order: 40 },
  columns: ['name', 'title', 'account', 'email', 'phone', 'city', 'owner'],
  sort: ['name'],
  filters: ['account', 'owner', 'city'],
});
