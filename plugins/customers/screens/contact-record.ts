import { defineScreen, fields } from '../../../core/index.ts';

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
      children: fields(
        'name',
        'title',
        'account',
        'email',
        'phone',
        'city',
        'birthday',
        'language',
        'owner',
        'about',
      ),
    },
  ],
  body: [{ id: 'timeline', node: 'timeline' }],
});
