import { defineScreen, fields } from '../../../core/index.ts';

const isMail = "how = 'mail'";

export const carePlanRecord = defineScreen({
  id: 'service.care-plan',
  kind: 'record',
  entity: 'care-plan',
  header: ['isActive', 'occasion', 'how'],
  side: [
    {
      id: 'when',
      node: 'section',
      title: 'service.screen.care-plan.when',
      children: [
        ...fields('isActive'),
        { id: 'off', node: 'text', text: 'service.screen.care-plan.off', visible: 'isActive != true' },
        ...fields(
          'occasion',
          { field: 'day', visible: "occasion = 'holiday'" },
          { field: 'isYearly', visible: "occasion = 'holiday'" },
          { field: 'months', visible: "occasion = 'visit'" },
          'daysBefore',
          'how',
        ),
      ],
    },
    {
      id: 'who',
      node: 'section',
      title: 'service.screen.care-plan.who',
      children: fields('whom', 'language', { field: 'purpose', visible: isMail }),
    },
    { id: 'flows', node: 'flows' },
  ],
  body: [
    {
      id: 'mail',
      node: 'section',
      title: 'service.screen.care-plan.mail',
      visible: isMail,
      children: fields('subject', 'text', 'subjectZh', 'textZh'),
    },
    {
      id: 'planned',
      node: 'related',
      entity: 'care-occasion',
      by: 'plan',
      columns: ['on', 'contact', 'status', 'reason', 'assignee'],
      sort: ['on'],
    },
    { id: 'timeline', node: 'timeline' },
  ],
});
