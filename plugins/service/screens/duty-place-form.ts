import { defineScreen, fields } from '../../../core/index.ts';

/** Whose turn it is too, and in which order. */
export const dutyPlaceForm = defineScreen({
  id: 'service.duty-place-form',
  kind: 'form',
  entity: 'duty-place',
  isFirst: true,
  body: fields('person', 'position', 'rota'),
});
