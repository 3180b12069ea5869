import type { Action } from '../../access/role.ts';
import type { WriteContext } from '../store/context.ts';
import type { NetChange } from './net-changes.ts';

/**
 * Whether the actor may still do such a thing at all: rights that were taken away meanwhile are gone. What a merge
 * changed on records of other entities follows from the merge.
 */
export function isAllowed(
  { access, actor }: WriteContext,
  change: NetChange,
  mergedEntity: string | undefined,
): boolean {
  const entity = mergedEntity ?? change.entity;
  const needed: Action[] = mergedEntity
    ? ['update', 'delete']
    : [
        change.from === 'alive' && change.to === 'alive'
          ? 'update'
          : change.from === 'nowhere'
            ? 'create'
            : 'delete',
      ];
  return needed.every((action) => access.mayEver(actor, entity, action));
}
