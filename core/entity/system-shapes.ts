import type { EntityShape, FieldShape, Kind } from '../access/shape.ts';

const field = (
  id: string,
  kind: Kind,
  column: string,
  sqlType: string,
  more: Partial<FieldShape> = {},
): [string, FieldShape] => [
  id,
  { id, kind, sql: (alias) => `${alias}.${column}`, sqlType, isSortable: true, ...more },
];

/** What every record has. `createdBy` holds ids of actors, which need not be users. */
export const systemShapes: readonly [string, FieldShape][] = [
  field('id', 'id', 'id', 'uuid'),
  field('version', 'number', 'version', 'bigint'),
  field('owner', 'id', 'owner_id', 'uuid', { target: 'user', isSortable: false }),
  field('createdAt', 'instant', 'created_at', 'timestamptz'),
  field('createdBy', 'id', 'created_by', 'text', { isSortable: false }),
  field('updatedAt', 'instant', 'updated_at', 'timestamptz'),
  field('updatedBy', 'id', 'updated_by', 'text', { isSortable: false }),
  field('deletedAt', 'instant', 'deleted_at', 'timestamptz'),
];

/** People, as far as paths such as `owner.name` may ask. */
export const userShape: EntityShape = {
  id: 'user',
  table: 'core."user"',
  title: 'name',
  hasBin: false,
  fields: new Map([
    field('id', 'id', 'id', 'uuid'),
    field('name', 'text', 'name', 'text'),
    field('email', 'text', 'email', 'text'),
    field('team', 'id', 'team_id', 'uuid', { isSortable: false }),
    field('isActive', 'boolean', 'is_active', 'boolean'),
  ]),
};
