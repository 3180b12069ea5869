import { defineScreen } from '../../../core/index.ts';

const field = (name: string, visible?: string) => ({
  id: name,
  node: 'field' as const,
  field: name,
  ...(visible !== undefined && { visible }),
});

/** What is asked depends on the occasion, and on how customers are reached; it is switched on on its page. */
export const carePlanForm = defineScreen({
  id: 'service.care-plan-form',
  kind: 'form',
  entity: 'care-plan',
  isFirst: true,
  body: [
    ...['name', 'occasion'].map((name) => field(name)),
    { ...field('day', "occasion = 'holiday'"), required: 'true' },
    field('isYearly', "occasion = 'holiday'"),
    { ...field('months', "occasion = 'visit'"), required: 'true' },
    ...['daysBefore', 'how', 'whom', 'language'].map((name) => field(name)),
    ...['purpose', 'subject', 'text', 'subjectZh', 'textZh'].map((name) => field(name, "how = 'mail'")),
  ],
});
