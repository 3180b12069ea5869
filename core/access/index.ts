export { createAccess, type Access, type FieldLevel, type SqlFragment } from './access.ts';
export { may, systemActor, type Actor } from './actor.ts';
export { applyOverlay, canonical, nothingChanged, overlayOf, type RoleOverlay } from './overlay.ts';
export {
  defineRole,
  entityActions,
  recordActions,
  type Action,
  type EntityGrant,
  type FieldRestriction,
  type RecordRule,
  type Role,
} from './role.ts';
export type { EntityShape, FieldShape, Kind, Shapes } from './shape.ts';
