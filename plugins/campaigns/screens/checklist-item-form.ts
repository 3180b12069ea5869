import { defineScreen, fields } from '../../../core/index.ts';

export const checklistItemForm = defineScreen({
  id: 'campaigns.checklist-item-form',
  kind: 'form',
  entity: 'checklist-item',
  isFirst: true,
  body: fields('name', 'checklist', 'dueDays', 'responsible'),
});
