import { invalid, Problem, type PluginSubscriber } from '../../../core/index.ts';
import { variantsShape } from '../models/experiment/variants.ts';

/** What members were given and how it is judged must not change while they come in: it would be another experiment. */
const kept = [
  'key',
  'metric',
  'rule',
  'variants',
  'baseline',
  'minimumEffect',
  'deviation',
  'minimumDifference',
];

export const keepExperiment: PluginSubscriber = {
  entity: 'experiment',
  run(_tx, events) {
    for (const { type, changes, record } of events) {
      const variants = changes['variants']?.after;
      if (variants !== undefined && variants !== null && !variantsShape.safeParse(variants).success)
        throw invalid([{ pointer: '/variants', code: 'variants-invalid' }]);
      const changed = kept.find((name) => changes[name] !== undefined);
      // What starts it may set them.
      const isKept =
        type === 'experiment.updated' && changes['state'] === undefined && record?.['state'] !== 'draft';
      if (changed !== undefined && isKept)
        throw new Problem({ status: 409, code: 'experiment-kept', params: { field: changed } });
    }
    return Promise.resolve();
  },
};
