import { defineScreen, flow } from '../../../core/index.ts';

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
      children: [
        { id: 'name', node: 'field', field: 'name' },
        { id: 'account', node: 'field', field: 'account' },
        { id: 'contacts', node: 'field', field: 'contacts' },
        { id: 'product', node: 'field', field: 'product' },
        { id: 'stage', node: 'field', field: 'stage' },
        { id: 'amount', node: 'field', field: 'amount' },
        { id: 'nextStep', node: 'field', field: 'nextStep' },
        { id: 'engageDate', node: 'field', field: 'engageDate' },
        { id: 'closeDate', node: 'field', field: 'closeDate' },
        { id: 'owner', node: 'field', field: 'owner' },
      ],
    },
  ],
  body: [{ id: 'timeline', node: 'timeline' }],
});
