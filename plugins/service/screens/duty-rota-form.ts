import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });

/** How turns repeat; its people, and its start, on its page. */
export const dutyRotaForm = defineScreen({
  id: 'service.duty-rota-form',
  kind: 'form',
  entity: 'duty-rota',
  isFirst: true,
  body: ['name', 'queue', 'startsOn', 'hour', 'every', 'unit', 'isOnWorkdays', 'owner'].map(field),
});
