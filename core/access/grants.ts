/** What the roles of an actor add up to for one entity, as rules; the same for everybody with the same roles. */
import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../errors.ts';
import {
  recordActions,
  type Action,
  type EntityAction,
  type EntityGrant,
  type RecordAction,
  type Role,
} from './role.ts';
import { parseAccessRule } from './rule/parse-access-rule.ts';
import { all, and, none, not, or, type Rule } from './rule/rule.ts';
import type { Shapes } from './shape.ts';

export interface FieldRules {
  /** On which readable records the value shows. */
  visible: Rule;
  /** On which of the others it shows masked. */
  masked: Rule;
  /** On which records it may be changed, and whether it may be set on a new one. */
  update: Rule;
  create: Rule;
}

export interface EntityGrants {
  rules: Record<Action, Rule>;
  /** Only fields that some grant restricts. */
  fields: ReadonlyMap<string, FieldRules>;
}

/** A grant of a role with its rule read. */
export interface ReadGrant {
  role: Role;
  grant: EntityGrant;
  where: Rule;
}

export const unlimited: EntityGrants = {
  rules: { read: all, create: all, update: all, delete: all, export: all, run: all, import: all },
  fields: new Map(),
};

export interface GrantsInput {
  roles: readonly Role[];
  entity: string;
  shapes: Shapes;
}

/** A rule about a field that is gone grants nothing: the screen of roles shows it broken, and nobody sees more. */
export const readGrants = ({ roles, entity, shapes }: GrantsInput): ReadGrant[] =>
  roles.flatMap((role) =>
    role.grants
      .filter((grant) => isFor(grant, entity))
      .map((grant) => ({ role, grant, where: readRule({ filter: grant.where, entity, shapes }) })),
  );

export const isFor = (grant: EntityGrant, entity: string): boolean =>
  grant.entity === entity || (grant.entity === '*' && !grant.except?.includes(entity));

function readRule(input: { filter: unknown; entity: string; shapes: Shapes }): Rule {
  try {
    return parseAccessRule({ ...input, pointer: '/where' });
  } catch (error) {
    if (error instanceof Problem) return none;
    throw error;
  }
}

export const grants = (action: Action, { actions, without }: EntityGrant): boolean => {
  if (isRecordAction(action)) return actions.includes(action);
  if (without?.includes(action)) return false;
  return bringing[action].some((one) => actions.includes(one));
};

const bringing: Record<EntityAction, readonly RecordAction[]> = {
  export: ['read'],
  run: ['read'],
  import: ['create', 'update'],
};

const isRecordAction = (action: Action): action is RecordAction =>
  // The cast: a list of some strings may be asked for any string.
  (recordActions as readonly string[]).includes(action);

export function grantsOf(input: GrantsInput): EntityGrants {
  const read = readGrants(input);
  const ruleFor = (action: Action, fits: (grant: EntityGrant) => boolean = () => true): Rule =>
    or(read.filter(({ grant }) => grants(action, grant) && fits(grant)).map(({ where }) => where));
  const restricted = new Set(read.flatMap(({ grant }) => Object.keys(grant.fields ?? {})));
  const fields = new Map<string, FieldRules>();
  for (const field of restricted) {
    const level = (grant: EntityGrant) => grant.fields?.[field];
    fields.set(field, {
      visible: ruleFor('read', (grant) => level(grant) === undefined || level(grant) === 'read-only'),
      masked: ruleFor('read', (grant) => level(grant) === 'masked'),
      update: ruleFor('update', (grant) => level(grant) === undefined),
      create: ruleFor('create', (grant) => level(grant) === undefined),
    });
  }
  return {
    rules: {
      read: ruleFor('read'),
      create: ruleFor('create'),
      update: ruleFor('update'),
      delete: ruleFor('delete'),
      export: ruleFor('export'),
      run: ruleFor('run'),
      import: ruleFor('import'),
    },
    fields,
  };
}

/**
 * What an actor's own grants allow, seen through a role. The records stay their own: of those that the role would not
 * read, fields show the most that it shows of them anywhere.
 */
export function within(own: EntityGrants, lens: EntityGrants): EntityGrants {
  const rule = (action: Action): Rule => (lens.rules[action].kind === 'none' ? none : own.rules[action]);
  const fields = new Map<string, FieldRules>();
  for (const field of new Set([...own.fields.keys(), ...lens.fields.keys()])) {
    const mine = own.fields.get(field) ?? openField(own);
    const theirs = throughLens(lens, lens.fields.get(field) ?? openField(lens));
    fields.set(field, {
      visible: and([mine.visible, theirs.visible]),
      masked: or([and([or([mine.visible, mine.masked]), theirs.masked]), and([mine.masked, theirs.visible])]),
      update: and([mine.update, theirs.update]),
      create: and([mine.create, theirs.create]),
    });
  }
  return {
    rules: {
      read: rule('read'),
      create: rule('create'),
      update: rule('update'),
      delete: rule('delete'),
      export: rule('export'),
      run: rule('run'),
      import: rule('import'),
    },
    fields,
  };
}

function throughLens({ rules }: EntityGrants, { visible, masked, update, create }: FieldRules): FieldRules {
  const widened = (rule: Rule): Rule => {
    if (rule.kind === 'none') return none;
    return isDeepStrictEqual(rule, rules.read) ? all : or([rule, not(rules.read)]);
  };
  return {
    visible: widened(visible),
    masked: widened(masked),
    update: widened(update),
    create: widened(create),
  };
}

/** A field that no grant restricts. */
const openField = ({ rules }: EntityGrants): FieldRules => ({
  visible: rules.read,
  masked: none,
  update: rules.update,
  create: rules.create,
});
