import { date, defineEntity, money, relation, select, text } from '../../../../core/index.ts';

export const bicycle = defineEntity({
  id: 'velo.bicycle',
  title: 'serial',
  search: ['serial', 'model'],
  owner: true,
  fields: {
    serial: text({ required: true, max: 40, unique: true }),
    model: text({ max: 100 }),
    customer: relation('account', { onDelete: 'restrict' }),
    status: select({
      options: [
        { value: 'received', color: 'neutral' },
        { value: 'repairing', color: 'warn' },
        { value: 'ready', color: 'good' },
      ],
      default: 'received',
    }),
    deposit: money(),
    dueDate: date(),
  },
  indexes: [['status', 'dueDate']],
});
