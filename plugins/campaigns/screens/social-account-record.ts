import { defineScreen, fields } from '../../../core/index.ts';

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
      children: fields(
        'name',
        'network',
        { field: 'adapter', visible: "network = 'other'", required: "network = 'other'" },
        { field: 'address', help: 'campaigns.screen.social-account.address' },
        { field: 'token', visible: "network != 'webhook'", help: 'campaigns.screen.social-account.token' },
        'language',
        { field: 'characters', help: 'campaigns.screen.social-account.characters' },
      ),
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
