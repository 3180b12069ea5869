import { defineScreen } from '../../../core/index.ts';

export const campaignRecord = defineScreen({
  id: 'campaigns.campaign',
  kind: 'record',
  entity: 'campaign',
  header: ['state', 'audience', 'budget', 'owner'],
  side: [
    { id: 'flows', node: 'flows' },
    {
      id: 'facts',
      node: 'section',
      title: 'campaigns.screen.campaign.facts',
      children: [
        { id: 'name', node: 'field', field: 'name' },
        { id: 'state', node: 'field', field: 'state' },
        { id: 'objective', node: 'field', field: 'objective' },
        { id: 'goalFigure', node: 'field', field: 'goalFigure' },
        { id: 'goalTarget', node: 'field', field: 'goalTarget', visible: 'goalFigure != null' },
        { id: 'goalBy', node: 'field', field: 'goalBy', visible: 'goalFigure != null' },
        { id: 'audience', node: 'field', field: 'audience' },
        { id: 'purpose', node: 'field', field: 'purpose' },
        { id: 'template', node: 'field', field: 'template' },
        // Chosen beside its diagram.
        { id: 'journey', node: 'field', field: 'journey', hidden: true },
        { id: 'startDate', node: 'field', field: 'startDate' },
        { id: 'endDate', node: 'field', field: 'endDate' },
        { id: 'checklist', node: 'field', field: 'checklist' },
        { id: 'approvesPosts', node: 'field', field: 'approvesPosts' },
        { id: 'owner', node: 'field', field: 'owner' },
      ],
    },
    {
      id: 'results',
      node: 'section',
      title: 'campaigns.screen.campaign.results',
      children: [
        { id: 'budget', node: 'field', field: 'budget' },
        {
          id: 'approvedBudget',
          node: 'field',
          field: 'approvedBudget',
          readOnly: true,
          visible: 'approvedBudget != null',
        },
        {
          id: 'budgetNote',
          node: 'field',
          field: 'budgetNote',
          readOnly: true,
          visible: 'budgetNote != null',
        },
        { id: 'cost', node: 'field', field: 'cost' },
        { id: 'revenue', node: 'field', field: 'revenue', readOnly: true },
        { id: 'returnOnCost', node: 'field', field: 'returnOnCost' },
      ],
    },
  ],
  body: [
    {
      id: 'parts',
      node: 'tabs',
      children: [
        {
          id: 'came',
          node: 'tab',
          title: 'campaigns.screen.campaign.came',
          children: [
            { id: 'figures', node: 'element', element: 'campaigns-results' },
            {
              id: 'sales',
              node: 'related',
              entity: 'campaign-sale',
              by: 'campaign',
              columns: ['name', 'contact', 'revenue', 'soldAt'],
              sort: ['-soldAt'],
            },
          ],
        },
        {
          id: 'way',
          node: 'tab',
          title: 'campaigns.screen.campaign.way',
          children: [{ id: 'diagram', node: 'element', element: 'campaigns-journey' }],
        },
        {
          id: 'when',
          node: 'tab',
          title: 'campaigns.screen.campaign.when',
          children: [
            { id: 'agenda', node: 'element', element: 'campaigns-agenda' },
            {
              id: 'posts',
              node: 'related',
              entity: 'social-post',
              by: 'campaign',
              columns: ['name', 'status', 'plannedFor'],
              sort: ['plannedFor'],
            },
          ],
        },
        {
          id: 'todo',
          node: 'tab',
          title: 'campaigns.screen.campaign.todo',
          children: [
            {
              id: 'checks',
              node: 'related',
              entity: 'campaign-check',
              by: 'campaign',
              columns: ['name', 'isDone', 'due', 'isLate', 'responsible'],
              sort: ['isDone', 'due'],
            },
          ],
        },
        {
          id: 'notes',
          node: 'tab',
          title: 'campaigns.screen.campaign.notes',
          children: [
            {
              id: 'texts',
              node: 'section',
              across: 1,
              children: [
                { id: 'market', node: 'field', field: 'market' },
                { id: 'risks', node: 'field', field: 'risks' },
              ],
            },
            {
              id: 'review',
              node: 'section',
              title: 'campaigns.screen.campaign.review',
              across: 1,
              children: [
                { id: 'said', node: 'field', field: 'figures' },
                { id: 'wentWell', node: 'field', field: 'wentWell' },
                { id: 'wentBadly', node: 'field', field: 'wentBadly' },
                { id: 'lessons', node: 'field', field: 'lessons' },
              ],
            },
          ],
        },
        { id: 'activity', node: 'tab', children: [{ id: 'timeline', node: 'timeline' }] },
      ],
    },
  ],
});
