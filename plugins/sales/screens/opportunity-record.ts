import { defineScreen, fields, flow } from '../../../core/index.ts';

export const opportunityRecord = defineScreen({
  id: 'sales.opportunity',
  kind: 'record',
  entity: 'opportunity',
  header: ['stage', 'amount', 'closeDate', 'owner'],
  actions: [flow('opportunity-follow-up')],
  side: [
    { id: 'flows', node: 'flows' },
    {
      id: 'facts',
      node: 'section',
      title: 'sales.screen.opportunity.facts',
      children: fields(
        'name',
        'account',
        'contacts',
        'product',
        'stage',
        'amount',
        'nextStep',
        'engageDate',
        'closeDate',
        'owner',
      ),
    },
  ],
  body: [{ id: 'timeline', node: 'timeline' }],
});
