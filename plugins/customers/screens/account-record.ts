import { defineScreen } from '../../../core/index.ts';

export const accountRecord = defineScreen({
  id: 'customers.account',
  kind: 'record',
  entity: 'account',
  header: ['sector', 'employees', 'revenue', 'owner'],
  side: [
    { id: 'flows', node: 'flows' },
    {
      id: 'facts',
      node: 'section',
      title: 'customers.screen.account.facts',
      children: [
        { id: 'name', node: 'field', field: 'name' },
        { id: 'sector', node: 'field', field: 'sector' },
        { id: 'owner', node: 'field', field: 'owner' },
        { id: 'revenue', node: 'field', field: 'revenue' },
        { id: 'employees', node: 'field', field: 'employees' },
        { id: 'yearEstablished', node: 'field', field: 'yearEstablished' },
        { id: 'officeLocation', node: 'field', field: 'officeLocation' },
        { id: 'website', node: 'field', field: 'website' },
        { id: 'phone', node: 'field', field: 'phone' },
        { id: 'subsidiaryOf', node: 'field', field: 'subsidiaryOf' },
      ],
    },
  ],
  body: [
    {
      id: 'tabs',
      node: 'tabs',
      children: [
        {
          id: 'activity',
          node: 'tab',
          title: 'customers.screen.account.activity',
          children: [{ id: 'timeline', node: 'timeline' }],
        },
        {
          id: 'people',
          node: 'tab',
          title: 'customers.screen.account.people',
          children: [
            {
              id: 'contacts',
              node: 'related',
              entity: 'contact',
              by: 'account',
              columns: ['name', 'title', 'email', 'phone'],
            },
          ],
        },
        {
          id: 'subsidiaries',
          node: 'tab',
          title: 'customers.screen.account.subsidiaries',
          children: [
            {
              id: 'children',
              node: 'related',
              entity: 'account',
              by: 'subsidiaryOf',
              columns: ['name', 'sector', 'employees', 'officeLocation'],
            },
          ],
        },
      ],
    },
  ],
});
