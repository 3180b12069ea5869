import { defineScreen, fields } from '../../../core/index.ts';

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
      children: fields(
        'name',
        'status',
        'plannedFor',
        'campaign',
        'link',
        'picture',
        { field: 'pictureText', visible: 'picture != null' },
        { field: 'reason', readOnly: true, visible: 'reason != null' },
        { field: 'postedAt', readOnly: true, visible: 'postedAt != null' },
        'owner',
        // Written beside the preview.
        { field: 'text', hidden: true },
      ),
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
