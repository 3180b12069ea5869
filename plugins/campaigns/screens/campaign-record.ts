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
        { id: 'audience', node: 'field', field: 'audience' },
        { id: 'startDate', node: 'field', field: 'startDate' },
        { id: 'endDate', node: 'field', field: 'endDate' },
        { id: 'owner', node: 'field', field: 'owner' },
      ],
    },
    {
      id: 'results',
      node: 'section',
      title: 'campaigns.screen.campaign.results',
      children: [
        { id: 'budget', node: 'field', field: 'budget' },
        { id: 'cost', node: 'field', field: 'cost' },
        { id: 'revenue', node: 'field', field: 'revenue' },
        { id: 'returnOnCost', node: 'field', field: 'returnOnCost' },
      ],
    },
  ],
  body: [
    { id: 'timeline', node: 'timeline' },
    {
      id: 'notes',
      node: 'section',
      title: 'campaigns.screen.campaign.notes',
      children: [
        { id: 'market', node: 'field', field: 'market' },
        { id: 'risks', node: 'field', field: 'risks' },
        { id: 'lessons', node: 'field', field: 'lessons' },
      ],
    },
  ],
});
