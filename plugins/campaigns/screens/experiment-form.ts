import { defineScreen } from '../../../core/index.ts';

const field = (name: string, visible?: string) => ({
  id: name,
  node: 'field' as const,
  field: name,
  ...(visible !== undefined && { visible }),
});

/** What one wants to know and how it is measured; its variants, and its start, on its page. */
export const experimentForm = defineScreen({
  id: 'campaigns.experiment-form',
  kind: 'form',
  entity: 'experiment',
  isFirst: true,
  body: [
    ...['name', 'key', 'question', 'metric', 'rule'].map((name) => field(name)),
    ...['baseline', 'minimumEffect'].map((name) => field(name, "metric = 'conversion'")),
    ...['deviation', 'minimumDifference'].map((name) => field(name, "metric = 'value'")),
  ],
});
