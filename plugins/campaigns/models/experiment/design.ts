import type { RecordData } from '../../../../core/index.ts';
import { alpha, power, type Design } from './conclude.ts';
import { sizeForMeans, sizeForProportions } from './sample-size.ts';
import { variantsOf } from './variants.ts';

/** Decimals come as text. */
const numberOf = (value: unknown): number | null =>
  value === null || value === undefined || value === '' ? null : Number(value);

const effectField = { conversion: 'minimumEffect', value: 'minimumDifference' };
/** Where nothing is said about it: a fiftieth of the members, or a tenth of the spread. */
const usualEffect = { conversion: 0.02, value: 1 };

/** How an experiment is judged, as its record says; what that leaves open is as usual. */
export function designOf(experiment: RecordData): Design {
  const metric = experiment['metric'] === 'value' ? 'value' : 'conversion';
  const comparisons = variantsOf(experiment['variants']).length - 1;
  const minimumEffect = numberOf(experiment[effectField[metric]]) || usualEffect[metric];
  return {
    metric,
    rule: experiment['rule'] === 'planned' ? 'planned' : 'anytime',
    minimumEffect,
    comparisons,
    planned: plannedOf(experiment, { metric, minimumEffect, comparisons }),
  };
}

function plannedOf(
  experiment: RecordData,
  { metric, minimumEffect, comparisons }: Pick<Design, 'metric' | 'minimumEffect' | 'comparisons'>,
): number | null {
  const plan = { alpha: alpha / comparisons, power };
  const [base, deviation] = [numberOf(experiment['baseline']), numberOf(experiment['deviation'])];
  if (metric === 'value') return deviation ? Math.ceil(sizeForMeans(minimumEffect, deviation, plan)) : null;
  if (base === null || base >= 1) return null;
  // Where an increase would pass everybody, a decrease of that size is planned for.
  const other = base + minimumEffect < 1 ? base + minimumEffect : base - minimumEffect;
  return other >= 0 ? Math.ceil(sizeForProportions(base, other, plan)) : null;
}
