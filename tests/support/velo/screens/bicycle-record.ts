import { defineScreen } from '../../../../core/index.ts';

export const bicycleRecord = defineScreen({
  id: 'velo.bicycle-record',
  kind: 'record',
  entity: 'velo.bicycle',
  side: [
    {
      id: 'bicycle',
      node: 'section',
      children: [
        { id: 'serial', node: 'field', field: 'serial' },
        { id: 'model', node: 'field', field: 'model' },
        { id: 'status', node: 'field', field: 'status' },
        { id: 'customer', node: 'field', field: 'customer' },
        { id: 'dueDate', node: 'field', field: 'dueDate' },
        // Who has paid nothing yet is not asked what was paid.
        { id: 'deposit', node: 'field', field: 'deposit', visible: 'deposit > 0' },
      ],
    },
  ],
});
