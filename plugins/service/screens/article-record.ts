import { defineScreen, fields } from '../../../core/index.ts';

export const articleRecord = defineScreen({
  id: 'service.article',
  kind: 'record',
  entity: 'article',
  header: ['status', 'language', 'edition', 'owner'],
  side: [
    { id: 'flows', node: 'flows' },
    {
      id: 'facts',
      node: 'section',
      title: 'service.screen.article.facts',
      children: fields(
        {
          field: 'status',
          help: {
            en: 'Set to review, it goes to who approves it.',
            'zh-CN': '设为“审核中”后，将交由主管审批。',
          },
        },
        'remark',
        'language',
        'words',
        { field: 'helped', readOnly: true },
        { field: 'helpedNot', readOnly: true },
      ),
    },
  ],
  body: [
    {
      id: 'tabs',
      node: 'tabs',
      children: [
        {
          id: 'text',
          node: 'tab',
          title: 'service.screen.article.text',
          children: fields('title', 'summary', 'body'),
        },
        {
          id: 'versions',
          node: 'tab',
          title: 'service.screen.article.versions',
          children: [
            { id: 'changes', node: 'element', element: 'service-article-changes' },
            {
              id: 'list',
              node: 'related',
              entity: 'article-version',
              by: 'article',
              columns: ['number', 'title', 'publishedAt', 'approvedBy'],
              sort: ['-number'],
            },
          ],
        },
        {
          id: 'activity',
          node: 'tab',
          title: 'service.screen.article.activity',
          children: [{ id: 'timeline', node: 'timeline' }],
        },
      ],
    },
  ],
});
