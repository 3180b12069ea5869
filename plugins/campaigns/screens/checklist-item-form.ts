import { defineScreen } from '../../../core/index.ts';

export const checklistItemForm = defineScreen({
  id: 'campaigns.checklist-item-form',
  kind: 'form',
  entity: 'checklist-item',
  isFirst: true,
  body: [
    { id: 'name', node: 'field', field: 'name' },
    { id: 'checklist', node: 'field', field: 'checklist' },
    { id: 'dueDays', node: 'field', field: 'dueDays', help: 'campaigns.screen.checklist-item.dueDays' },
    {
      id: 'responsible',
      node: 'field',
      field: 'responsible',
      help: 'campaigns.screen.checklist-item.responsible',
    },
  ],
});
