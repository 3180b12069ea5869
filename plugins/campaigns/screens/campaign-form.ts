import { defineScreen } from '../../../core/index.ts';

/** What it is for, for whom and when; all else is written on its page as it comes about. */
export const campaignForm = defineScreen({
  id: 'campaigns.campaign-form',
  kind: 'form',
  entity: 'campaign',
  isFirst: true,
  body: [
    ...['name', 'objective', 'goalFigure'].map((field) => ({ id: field, node: 'field' as const, field })),
    { id: 'goalTarget', node: 'field', field: 'goalTarget', visible: 'goalFigure != null' },
    { id: 'goalBy', node: 'field', field: 'goalBy', visible: 'goalFigure != null' },
    ...['audience', 'startDate', 'endDate', 'budget', 'checklist'].map((field) => ({
      id: field,
      node: 'field' as const,
      field,
    })),
  ],
});
