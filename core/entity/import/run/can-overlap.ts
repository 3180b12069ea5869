import type { Registry } from '../../../registry.ts';
import type { ImportRow } from '../import-row.ts';
import { peopleTarget } from '../target.ts';

/**
 * Whether a chunk may be written before the one above it has committed: when no row has to see what another one
 * wrote, and nothing but the rows themselves is locked. A duplicate, a row that names another row of the file, a
 * unique value and a flow that starts on the way all look at what came before.
 */
export function canOverlap(
  registry: Pick<Registry, 'entity'>,
  { target, mapping, options }: Pick<ImportRow, 'target' | 'mapping' | 'options'>,
): boolean {
  if (target === peopleTarget || options.duplicates !== 'create' || options.startFlows) return false;
  const { fields } = registry.entity(target);
  const isUnique = Object.values(fields).some((field) => field.unique === true);
  const namesItself = mapping.some(({ field }) => field !== null && fields[field]?.entity === target);
  return !isUnique && !namesItself;
}
