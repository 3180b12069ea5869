import { defineScreen } from '../../../core/index.ts';

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
      children: [
        {
          id: 'status',
          node: 'field',
          field: 'status',
          help: {
            en: 'Set to review, it goes to who approves it.',
            'zh-CN': '设为“审核中”后，将交由主管审批。',
          },
        },
        { id: 'remark', node: 'field', field: 'remark' },
        { id: 'language', node: 'field', field: 'language' },
        { id: 'words', node: 'field', field: 'words' },
        { id: 'helped', node: 'field', field: 'helped', readOnly: true },
        { id: 'helpedNot', node: 'field', field: 'helpedNot', readOnly: true },
      ],
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
          children: [
            { id: 'title', node: 'field', field: 'title' },
            { id: 'summary', node: 'field', field: 'summary' },
            { id: 'body', node: 'field', field: 'body' },
          ],
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
