import { defineScreen } from '../../../core/index.ts';

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
        {
          id: 'isActive',
          node: 'field',
          field: 'isActive',
        },
        { id: 'occasion', node: 'field', field: 'occasion' },
        { id: 'day', node: 'field', field: 'day', visible: "occasion = 'holiday'" },
        {
          id: 'isYearly',
          node: 'field',
          field: 'isYearly',
          visible: "occasion = 'holiday'",
        },
        { id: 'months', node: 'field', field: 'months', visible: "occasion = 'visit'" },
        { id: 'daysBefore', node: 'field', field: 'daysBefore' },
        { id: 'how', node: 'field', field: 'how' },
      ],
    },
    {
      id: 'who',
      node: 'section',
      title: 'service.screen.care-plan.who',
      children: [
        { id: 'whom', node: 'field', field: 'whom' },
        { id: 'language', node: 'field', field: 'language' },
        {
          id: 'purpose',
          node: 'field',
          field: 'purpose',
          visible: isMail,
        },
      ],
    },
    { id: 'flows', node: 'flows' },
  ],
  body: [
    {
      id: 'mail',
      node: 'section',
      title: 'service.screen.care-plan.mail',
      visible: isMail,
      children: [
        { id: 'subject', node: 'field', field: 'subject' },
        { id: 'text', node: 'field', field: 'text' },
        { id: 'subjectZh', node: 'field', field: 'subjectZh' },
        { id: 'textZh', node: 'field', field: 'textZh' },
      ],
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
