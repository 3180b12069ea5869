export { createAccess, type Access, type FieldLevel, type SqlFragment } from './access.ts';
export { may, systemActor, type Actor } from './actor.ts';
export { defineRole, type Action, type EntityGrant, type RecordRule, type Role } from './role.ts';
export type { EntityShape, FieldShape, Kind, Shapes } from './shape.ts';
