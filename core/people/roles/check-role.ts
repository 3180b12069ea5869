/** What cannot be saved as a role, with a sentence for each mistake. */
import { entityActions, recordActions, type Role } from '../../access/index.ts';
import { parseAccessRule } from '../../access/rule/parse-access-rule.ts';
import { Problem, type FieldError } from '../../errors.ts';
import type { RolesParts } from './parts.ts';

export function checkRole(
  { registry, shapes }: Pick<RolesParts, 'registry' | 'shapes'>,
  role: Role,
): FieldError[] {
  return role.grants.flatMap((grant, index) => {
    const pointer = `/grants/${index}`;
    if (grant.entity === '*') {
      const isSimple = grant.where === undefined && grant.fields === undefined;
      return isSimple ? [] : [{ pointer, code: 'grant-all-plain' }];
    }
    if (!registry.hasEntity(grant.entity))
      return [{ pointer: `${pointer}/entity`, code: 'entity-unknown', params: { entity: grant.entity } }];
    return [
      ...ruleErrors(() =>
        parseAccessRule({ filter: grant.where, entity: grant.entity, shapes, pointer: `${pointer}/where` }),
      ),
      ...fieldErrors(shapes(grant.entity).fields, grant.fields ?? {}, {
        entity: grant.entity,
        pointer: `${pointer}/fields`,
      }),
      ...actionErrors(grant, pointer),
    ];
  });
}

/** The same, by grant: for a role that was right when it was saved. */
export const invalidRules = (
  parts: Pick<RolesParts, 'registry' | 'shapes'>,
  role: Role,
): { grant: number; code: string; params?: Record<string, unknown> }[] =>
  checkRole(parts, role).map(({ pointer, code, params }) => ({
    grant: Number(pointer.split('/')[2]),
    code,
    ...(params && { params }),
  }));

function ruleErrors(read: () => unknown): FieldError[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof Problem && error.errors) return error.errors;
    throw error;
  }
}

/** The title and the system fields name and order records everywhere: they cannot be withheld one by one. */
const always = new Set(['id', 'version', 'createdAt', 'updatedAt', 'deletedAt']);

const fieldErrors = (
  known: ReadonlyMap<string, unknown>,
  fields: NonNullable<Role['grants'][number]['fields']>,
  { entity, pointer }: { entity: string; pointer: string },
): FieldError[] =>
  Object.entries(fields).flatMap(([field, level]) => {
    const params = { field: field.slice(0, 80), entity };
    if (!known.has(field)) return [{ pointer: `${pointer}/${params.field}`, code: 'field-unknown', params }];
    return always.has(field) && level !== 'read-only'
      ? [{ pointer: `${pointer}/${field}`, code: 'field-always-seen', params }]
      : [];
  });

function actionErrors({ actions, without }: Role['grants'][number], pointer: string): FieldError[] {
  // The casts: any string may be looked for in a list of some.
  const unknown = [
    ...actions.filter((action) => !(recordActions as readonly string[]).includes(action)),
    ...(without ?? []).filter((action) => !(entityActions as readonly string[]).includes(action)),
  ];
  return unknown.map((action) => ({
    pointer: `${pointer}/actions`,
    code: 'action-unknown',
    params: { action },
  }));
}
