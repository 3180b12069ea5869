import { defineScreen, fields } from '../../../core/index.ts';

/** What one wants to know and how it is measured; its variants, and its start, on its page. */
export const experimentForm = defineScreen({
  id: 'campaigns.experiment-form',
  kind: 'form',
  entity: 'experiment',
  isFirst: true,
  body: fields(
    'name',
    'key',
    'question',
    'metric',
    'rule',
    { field: ['baseline', 'minimumEffect'], visible: "metric = 'conversion'" },
    { field: ['deviation', 'minimumDifference'], visible: "metric = 'value'" },
  ),
});
