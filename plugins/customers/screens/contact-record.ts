import { defineScreen } from '../../../core/index.ts';

export const contactRecord = defineScreen({
  id: 'customers.contact',
  kind: 'record',
  entity: 'contact',
  header: ['title', 'account', 'owner'],
  side: [
    { id: 'flows', node: 'flows' },
    {
      id: 'facts',
      node: 'section',
      title: 'customers.screen.contact.facts',
      children: [
        { id: 'name', node: 'field', field: 'name' },
        { id: 'title', node: 'field', field: 'title' },
        { id: 'account', node: 'field', field: 'account' },
        { id: 'email', node: 'field', field: 'email' },
        { id: 'phone', node: 'field', field: 'phone' },
        { id: 'city', node: 'field', field: 'city' },
        { id: 'birthday', node: 'field', field: 'birthday' },
        { id: 'language', node: 'field', field: 'language' },
        { id: 'owner', node: 'field', field: 'owner' },
        { id: 'about', node: 'field', field: 'about' },
      ],
    },
  ],
  body: [{ id: 'timeline', node: 'timeline' }],
});
