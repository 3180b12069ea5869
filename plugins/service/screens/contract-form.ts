import { defineScreen, fields } from '../../../core/index.ts';

/** For whom, what and when. */
export const contractForm = defineScreen({
  id: 'service.contract-form',
  kind: 'form',
  entity: 'service-contract',
  isFirst: true,
  body: fields('name', 'kind', 'account', 'product', 'startsOn', 'endsOn', 'package', 'covers'),
});
