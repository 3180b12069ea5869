import { defineScreen } from '../../../core/index.ts';

export const socialPostRecord = defineScreen({
  id: 'campaigns.social-post',
  kind: 'record',
  entity: 'social-post',
  header: ['status', 'plannedFor', 'campaign', 'owner'],
  side: [
    { id: 'flows', node: 'flows' },
    {
      id: 'facts',
      node: 'section',
      title: 'campaigns.screen.social-post.facts',
      children: [
        { id: 'name', node: 'field', field: 'name' },
        { id: 'status', node: 'field', field: 'status' },
        { id: 'plannedFor', node: 'field', field: 'plannedFor' },
        { id: 'campaign', node: 'field', field: 'campaign' },
        { id: 'link', node: 'field', field: 'link' },
        { id: 'picture', node: 'field', field: 'picture' },
        { id: 'pictureText', node: 'field', field: 'pictureText', visible: 'picture != null' },
        { id: 'reason', node: 'field', field: 'reason', readOnly: true, visible: 'reason != null' },
        { id: 'postedAt', node: 'field', field: 'postedAt', readOnly: true, visible: 'postedAt != null' },
        { id: 'owner', node: 'field', field: 'owner' },
        // Written beside the preview.
        { id: 'text', node: 'field', field: 'text', hidden: true },
      ],
    },
  ],
  body: [
    {
      id: 'parts',
      node: 'tabs',
      children: [
        {
          id: 'say',
          node: 'tab',
          title: 'campaigns.screen.social-post.say',
          children: [{ id: 'editor', node: 'element', element: 'campaigns-social-post' }],
        },
        { id: 'activity', node: 'tab', children: [{ id: 'timeline', node: 'timeline' }] },
      ],
    },
  ],
});
