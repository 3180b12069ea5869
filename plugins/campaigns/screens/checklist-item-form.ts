import { defineScreen } from '../../../core/index.ts';

export const checklistItemForm = defineScreen({
  id: 'campaigns.checklist-item-form',
  kind: 'form',
  entity: 'checklist-item',
  isFirst: true,
  body: ['name', 'checklist', 'dueDays', 'responsible'].map((field) => ({
    id: field,
    node: 'field' as const,
    field,
  })),
});
