import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });

/** For whom, what and when. */
export const contractForm = defineScreen({
  id: 'service.contract-form',
  kind: 'form',
  entity: 'service-contract',
  isFirst: true,
  body: ['name', 'kind', 'account', 'product', 'startsOn', 'endsOn', 'package', 'covers'].map(field),
});
