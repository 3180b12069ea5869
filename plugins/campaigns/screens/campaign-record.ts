import { defineScreen, fields } from '../../../core/index.ts';

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
      children: fields(
        'name',
        'state',
        'objective',
        'goalFigure',
        { field: 'goalTarget', visible: 'goalFigure != null' },
        { field: 'goalBy', visible: 'goalFigure != null' },
        'audience',
        'purpose',
        'template',
        // Chosen beside its diagram.
        { field: 'journey', hidden: true },
        'startDate',
        'endDate',
        'checklist',
        'approvesPosts',
        'owner',
      ),
    },
    {
      id: 'results',
      node: 'section',
      title: 'campaigns.screen.campaign.results',
      children: fields(
        'budget',
        { field: 'approvedBudget', readOnly: true, visible: 'approvedBudget != null' },
        { field: 'budgetNote', readOnly: true, visible: 'budgetNote != null' },
        'cost',
        { field: 'revenue', readOnly: true },
        'returnOnCost',
      ),
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
              children: fields('market', 'risks'),
            },
            {
              id: 'review',
              node: 'section',
              title: 'campaigns.screen.campaign.review',
              across: 1,
              children: fields({ id: 'said', field: 'figures' }, 'wentWell', 'wentBadly', 'lessons'),
            },
          ],
        },
        { id: 'activity', node: 'tab', children: [{ id: 'timeline', node: 'timeline' }] },
      ],
    },
  ],
});
