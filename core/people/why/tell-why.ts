/** The answer to "why", with the names of what stands in it. */
import type { Actor } from '../../access/index.ts';
import type { FieldShape } from '../../access/shape.ts';
import type { RecordStore } from '../../entity/index.ts';
import { notFound } from '../../errors.ts';
import { holderNames } from '../share/shares.ts';
import { explainAccess, type Why, type WhyParts } from './explain-access.ts';
import type { ExplainedRule } from './explain-rule.ts';
import { teamLink } from './team-link.ts';

export interface WhyAnswer extends Why {
  person: { id: string; title: string };
  /** Of roles, people, teams and records that the answer names, by id or holder. */
  names: Record<string, string>;
  /** People of whom a rule says "my team": the chain of teams up to the one that the person leads. */
  links: Record<string, string[]>;
}

interface TellParts extends WhyParts {
  records: Pick<RecordStore, 'readMany'>;
}

export interface TellInput {
  /** Who wants to know. */
  asker: Actor;
  /** Whose sight is in question. */
  person: Actor;
  entity: string;
  id: string;
  roleName: (role: string) => string;
}

/** Who asks must see the record; values that the asker does not always see are left out. */
export async function tellWhy(parts: TellParts, input: TellInput): Promise<WhyAnswer> {
  const { asker, person, entity, id, roleName } = input;
  const [seen] = await parts.records.readMany({ actor: asker, entity, ids: [id], fields: ['id'] });
  if (!seen) throw notFound(entity, id);
  const tells = (path: readonly string[]): boolean => alwaysSees(parts, { asker, entity, path });
  const why = await explainAccess(parts, { actor: person, entity, id, tells });
  const asked = why.grants.flatMap(({ rule }) => testsIn(rule));
  const names = new Map<string, string>(why.grants.map(({ role }) => [role, roleName(role)]));
  const holders = await holderNames(
    parts.sql,
    [
      ...why.shares.flatMap(({ holder, createdBy }) => [holder, `user:${createdBy}`]),
      ...peopleIn(parts, entity, asked),
    ],
    roleName,
  );
  for (const [holder, name] of holders) names.set(holder, name).set(holder.replace(/^user:/, ''), name);
  await recordTitles(parts, { asker, entity, tests: asked, names });
  return {
    ...why,
    person: { id: person.id, title: person.name },
    names: Object.fromEntries(names),
    links: await links(parts, person, asked),
  };
}

type Asked = Extract<ExplainedRule, { kind: 'test' }>;

function testsIn(rule: ExplainedRule): Asked[] {
  if (rule.kind === 'test') return [rule];
  if (rule.kind === 'not') return testsIn(rule.part);
  return rule.kind === 'and' || rule.kind === 'or' ? rule.parts.flatMap(testsIn) : [];
}

function fieldAt({ shapes }: WhyParts, entity: string, path: readonly string[]): FieldShape | undefined {
  let at: string | undefined = entity;
  let field: FieldShape | undefined;
  for (const name of path) {
    field = at === undefined ? undefined : shapes(at).fields.get(name);
    at = field?.target;
  }
  return field;
}

function alwaysSees(
  parts: WhyParts,
  { asker, entity, path }: { asker: Actor; entity: string; path: readonly string[] },
): boolean {
  let at = entity;
  for (const name of path) {
    if (at !== 'user' && !parts.access.alwaysSees(asker, at, name)) return false;
    at = parts.shapes(at).fields.get(name)?.target ?? at;
  }
  return true;
}

const idsOf = ({ actual, value }: Asked): string[] =>
  [actual, value].flat().filter((id) => typeof id === 'string' && !id.startsWith('$')) as string[]; // the cast: only texts are left

const peopleIn = (parts: WhyParts, entity: string, tests: readonly Asked[]): string[] =>
  tests
    .filter(({ path }) => {
      const field = fieldAt(parts, entity, path);
      return field?.target === 'user' || field?.id === 'createdBy' || field?.id === 'updatedBy';
    })
    .flatMap((test) => idsOf(test).map((id) => `user:${id}`));

async function recordTitles(
  parts: TellParts,
  {
    asker,
    entity,
    tests,
    names,
  }: { asker: Actor; entity: string; tests: readonly Asked[]; names: Map<string, string> },
): Promise<void> {
  const wanted = tests.flatMap((test) => {
    const target = fieldAt(parts, entity, test.path)?.target;
    return target && target !== 'user' ? idsOf(test).map((id) => ({ target, id })) : [];
  });
  for (const [target, group] of Map.groupBy(wanted, (one) => one.target)) {
    const { title } = parts.shapes(target);
    const ids = group.map(({ id }) => id);
    for (const record of await parts.records.readMany({ actor: asker, entity: target, ids, fields: [title] }))
      if (record) names.set(record.id, String(record[title] ?? ''));
  }
}

async function links(
  parts: WhyParts,
  person: Actor,
  tests: readonly Asked[],
): Promise<Record<string, string[]>> {
  const members = tests
    .filter(({ value, holds }) => value === '$actor.team' && holds)
    .flatMap(({ actual }) => (typeof actual === 'string' && actual !== person.userId ? [actual] : []));
  const found: Record<string, string[]> = {};
  for (const member of new Set(members)) {
    const chain = await teamLink(parts.sql, { member, leader: person.userId ?? '' });
    if (chain) found[member] = chain;
  }
  return found;
}
