import { defineScreen } from '../../../core/index.ts';

export const socialAccountRecord = defineScreen({
  id: 'campaigns.social-account',
  kind: 'record',
  entity: 'social-account',
  header: ['network', 'language'],
  side: [
    {
      id: 'facts',
      node: 'section',
      title: 'campaigns.screen.social-account.facts',
      children: [
        { id: 'name', node: 'field', field: 'name' },
        { id: 'network', node: 'field', field: 'network' },
        {
          id: 'adapter',
          node: 'field',
          field: 'adapter',
          visible: "network = 'other'",
          required: "network = 'other'",
        },
        { id: 'address', node: 'field', field: 'address', help: 'campaigns.screen.social-account.address' },
        {
          id: 'token',
          node: 'field',
          field: 'token',
          visible: "network != 'webhook'",
          help: 'campaigns.screen.social-account.token',
        },
        { id: 'language', node: 'field', field: 'language' },
        {
          id: 'characters',
          node: 'field',
          field: 'characters',
          help: 'campaigns.screen.social-account.characters',
        },
      ],
    },
  ],
  body: [
    {
      id: 'parts',
      node: 'tabs',
      children: [
        {
          id: 'posts',
          node: 'tab',
          title: 'campaigns.screen.social-account.posts',
          children: [
            {
              id: 'targets',
              node: 'related',
              entity: 'social-target',
              by: 'account',
              columns: ['post', 'state', 'postedAt', 'likes', 'shares', 'replies', 'link'],
              sort: ['-postedAt'],
            },
          ],
        },
        { id: 'activity', node: 'tab', children: [{ id: 'timeline', node: 'timeline' }] },
      ],
    },
  ],
});
