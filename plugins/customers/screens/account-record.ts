import { defineScreen, fields } from '../../../core/index.ts';

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
      children: fields(
        'name',
        'sector',
        'owner',
        'revenue',
        'employees',
        'yearEstablished',
        'officeLocation',
        'website',
        'phone',
        'subsidiaryOf',
      ),
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
