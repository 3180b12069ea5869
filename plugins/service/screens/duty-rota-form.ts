import { defineScreen, fields } from '../../../core/index.ts';

/** How turns repeat; its people, and its start, on its page. */
export const dutyRotaForm = defineScreen({
  id: 'service.duty-rota-form',
  kind: 'form',
  entity: 'duty-rota',
  isFirst: true,
  body: fields('name', 'queue', 'startsOn', 'hour', 'every', 'unit', 'isOnWorkdays', 'owner'),
});
