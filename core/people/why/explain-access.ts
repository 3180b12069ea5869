/**
 * Why somebody can or cannot see or do something with a record: every grant of their roles and every share with its
 * answer, field by field. Made from the very rules that make the SQL, evaluated here with their steps kept.
 */
import type { Access, Actor, Shapes } from '../../access/index.ts';
import { grants, readGrants, type ReadGrant } from '../../access/grants.ts';
import { evaluate, type RecordShare } from '../../access/rule/evaluate.ts';
import { testsOf, type Rule } from '../../access/rule/rule.ts';
import { recordActions, type FieldRestriction, type RecordAction } from '../../access/role.ts';
import { strictestLevel } from '../../access/shared-grants.ts';
import type { Sql } from '../../db/connect.ts';
import { notFound } from '../../errors.ts';
import type { Registry } from '../../registry.ts';
import { sharesOfRecord } from '../share/shares.ts';
import { explainRule, type ExplainedRule } from './explain-rule.ts';
import { readValues, type Values } from './read-values.ts';

export interface WhyParts {
  sql: Sql;
  registry: Registry;
  access: Access;
  shapes: Shapes;
}

export interface WhyGrant {
  role: string;
  actions: readonly RecordAction[];
  /** Absent where the grant is for every record. */
  where?: unknown;
  rule: ExplainedRule;
  /** Whether the grant is about this record. */
  holds: boolean;
  fields: Readonly<Record<string, FieldRestriction>>;
}

export interface WhyShare extends RecordShare {
  createdBy: string;
  /** Still counts: its day has not come. */
  holds: boolean;
}

export type SeenLevel = 'seen' | 'masked' | 'hidden';

export interface Why {
  actions: Record<Exclude<RecordAction, 'create'>, boolean>;
  grants: WhyGrant[];
  /** Shares that are for this person, by name, team or role. */
  shares: WhyShare[];
  /** Fields that some grant restricts; all others follow the record. */
  fields: {
    field: string;
    level: SeenLevel;
    canWrite: boolean;
    grants: number[];
    strictestOfShares?: FieldRestriction;
  }[];
}

export interface WhyInput {
  /** Whose sight is in question. */
  actor: Actor;
  entity: string;
  id: string;
  tells: (path: readonly string[]) => boolean;
}

export async function explainAccess(parts: WhyParts, { actor, entity, id, tells }: WhyInput): Promise<Why> {
  const { registry, access, shapes } = parts;
  const roles = registry.roles.filter((role) => actor.roles.includes(role.id));
  const read = readGrants({ roles, entity, shapes });
  const all = access.grants(actor, entity);
  const rules: Rule[] = [
    ...Object.values(all.rules),
    ...[...all.fields.values()].flatMap((one) => Object.values(one) as Rule[]),
  ];
  const values = await readValues(parts, {
    entity,
    id,
    tests: [...read.map(({ where }) => where), ...rules].flatMap(testsOf),
  });
  if (!values) throw notFound(entity, id);
  const shares = await sharesOfRecord(parts.sql, { entity, id });
  values['$shares'] = shares;
  const holds = (rule: Rule): boolean => evaluate(rule, values, actor);
  return {
    actions: {
      read: holds(all.rules.read),
      update: holds(all.rules.update),
      delete: holds(all.rules.delete),
    },
    grants: read.map((one) => whyGrant(one, { actor, values, tells })),
    shares: shares
      .filter(({ holder }) => actor.holders.includes(holder))
      .map((share) => ({ ...share, holds: share.until === null || Date.parse(share.until) > Date.now() })),
    fields: [...all.fields].map(([field, restricted]) => ({
      field,
      level: holds(restricted.visible) ? 'seen' : holds(restricted.masked) ? 'masked' : 'hidden',
      canWrite: holds(restricted.update),
      grants: read.flatMap(({ grant }, index) => (grant.fields?.[field] ? [index] : [])),
      ...(shares.length > 0 && { strictestOfShares: strictestLevel(roles, entity, field) }),
    })),
  };
}

function whyGrant(
  { role, grant, where }: ReadGrant,
  { actor, values, tells }: { actor: Actor; values: Values; tells: WhyInput['tells'] },
): WhyGrant {
  const rule = explainRule({ rule: where, values, actor, tells });
  return {
    role: role.id,
    actions: recordActions.filter((action) => grants(action, grant)),
    ...(grant.where !== undefined && { where: grant.where }),
    rule,
    holds: rule.holds,
    fields: grant.fields ?? {},
  };
}
