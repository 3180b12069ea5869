import { defineScreen, fields } from '../../../core/index.ts';

/** What is asked depends on the occasion, and on how customers are reached; it is switched on on its page. */
export const carePlanForm = defineScreen({
  id: 'service.care-plan-form',
  kind: 'form',
  entity: 'care-plan',
  isFirst: true,
  body: fields(
    'name',
    'occasion',
    { field: 'day', visible: "occasion = 'holiday'", required: 'true' },
    { field: 'isYearly', visible: "occasion = 'holiday'" },
    { field: 'months', visible: "occasion = 'visit'", required: 'true' },
    'daysBefore',
    'how',
    'whom',
    'language',
    { field: ['purpose', 'subject', 'text', 'subjectZh', 'textZh'], visible: "how = 'mail'" },
  ),
});
