import { defineScreen, fields } from '../../../core/index.ts';

/** What it is for, for whom and when; all else is written on its page as it comes about. */
export const campaignForm = defineScreen({
  id: 'campaigns.campaign-form',
  kind: 'form',
  entity: 'campaign',
  isFirst: true,
  body: fields(
    'name',
    'objective',
    'goalFigure',
    { field: 'goalTarget', visible: 'goalFigure != null' },
    { field: 'goalBy', visible: 'goalFigure != null' },
    'audience',
    'startDate',
    'endDate',
    'budget',
    'checklist',
  ),
});
