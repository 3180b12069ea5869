/** An admin's changes to a role, apart from what its plugin declares: entity by entity, so that the rest keeps up. */
import type { EntityGrant, Role } from './role.ts';

export type OverlayGrant = Omit<EntityGrant, 'entity' | 'except'>;

export interface RoleOverlay {
  label?: Role['label'];
  /** The grants that stand instead of the base's, by entity; an empty list takes everything there away. */
  grants: Record<string, OverlayGrant[]>;
  permissions: { added: string[]; removed: string[] };
}

export const nothingChanged = (overlay: RoleOverlay): boolean =>
  overlay.label === undefined &&
  Object.keys(overlay.grants).length === 0 &&
  overlay.permissions.added.length === 0 &&
  overlay.permissions.removed.length === 0;

/** base ⊕ overlay. */
export function applyOverlay(base: Role, overlay: RoleOverlay): Role {
  const own = Object.keys(overlay.grants);
  const kept = base.grants
    .filter(({ entity }) => !own.includes(entity))
    .map((grant) => (grant.entity === '*' && own.length > 0 ? except(grant, own) : grant));
  const added = own.flatMap((entity) => overlay.grants[entity]!.map((grant) => ({ ...grant, entity })));
  const { permissions } = overlay;
  return {
    id: base.id,
    label: overlay.label ?? base.label,
    grants: [...kept, ...added],
    permissions: [
      ...new Set([
        ...base.permissions.filter((id) => !permissions.removed.includes(id)),
        ...permissions.added,
      ]),
    ],
  };
}

const except = (grant: EntityGrant, own: readonly string[]): EntityGrant => ({
  ...grant,
  except: [...new Set([...(grant.except ?? []), ...own.filter((entity) => entity !== '*')])],
});

/** What makes `wanted` out of `base`. Entities whose grants are the same stay with the base. */
export function overlayOf(base: Role, wanted: Role): RoleOverlay {
  const grants: RoleOverlay['grants'] = {};
  const entities = new Set([...base.grants, ...wanted.grants].map(({ entity }) => entity));
  for (const entity of entities) {
    const own = grantsFor(wanted, entity);
    if (canonical(own) !== canonical(grantsFor(base, entity))) grants[entity] = own;
  }
  // What `wanted` says of one entity beside `*` is a change even where it says the same as `*` would.
  for (const { entity, except: others } of wanted.grants)
    if (entity === '*') for (const other of others ?? []) grants[other] ??= grantsFor(wanted, other);
  const overlay: RoleOverlay = {
    grants,
    permissions: {
      added: wanted.permissions.filter((id) => !base.permissions.includes(id)),
      removed: base.permissions.filter((id) => !wanted.permissions.includes(id)),
    },
  };
  if (canonical(wanted.label ?? null) !== canonical(base.label ?? null)) overlay.label = wanted.label;
  return overlay;
}

const grantsFor = (role: Role, entity: string): OverlayGrant[] =>
  role.grants
    .filter((grant) => grant.entity === entity)
    .map(({ entity: _entity, except: _except, ...grant }) => grant);

/** The same text for the same meaning, whatever the order of members. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
