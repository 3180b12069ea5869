/** Which fields a condition reads, and the way back from the record that has one to the records of the set. */
import { testsOf, type Rule } from '../access/rule/rule.ts';
import type { FieldShape } from '../access/shape.ts';
import type { Condition, Related } from './condition.ts';

/** `to`: the records this relation leads to. `of`: the records whose relation leads here. */
export type Step = { to: string; entity: string } | { of: string; entity: string };

export interface Watch {
  entity: string;
  /** `*`: that a record is made, deleted or brought back. */
  field: string;
  route: Step[];
}

/** The pseudo entity whose changes are those of a segment's members. */
export const membersOf = (segment: string): string => `segment:${segment}`;

export function watchesOf(condition: Condition, entity: string): Watch[] {
  const watches = [{ entity, field: '*', route: [] }, ...inside(condition, entity)];
  return [...new Map(watches.map((watch) => [JSON.stringify(watch), watch])).values()];
}

function inside(condition: Condition, entity: string): Watch[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap((part) => inside(part, entity));
    case 'not':
      return inside(condition.part, entity);
    case 'where':
      return ofRule(condition.rule, entity, []);
    case 'member':
      return [{ entity: membersOf(condition.segment), field: '*', route: [] }];
    case 'related':
      return ofRelated(condition.related, entity);
  }
}

function ofRelated({ entity, by, from, where }: Related, own: string): Watch[] {
  const back: Step[] = [{ to: by.id, entity }, ...(from ? [{ of: from.id, entity: own }] : [])];
  return [
    ...(from ? [{ entity: own, field: from.id, route: [] }] : []),
    { entity, field: '*', route: back },
    { entity, field: by.id, route: back },
    ...ofRule(where, entity, back),
  ];
}

const ofRule = (rule: Rule, entity: string, back: Step[]): Watch[] =>
  testsOf(rule).flatMap(({ path }) => ofPath(path, entity, back));

function ofPath(path: readonly FieldShape[], entity: string, back: Step[]): Watch[] {
  const watches: Watch[] = [];
  let at = entity;
  let route = back;
  for (const field of path) {
    watches.push({ entity: at, field: field.id, route });
    // What is computed changes with what it is computed from.
    for (const [name] of field.dependsOn ?? []) if (name) watches.push({ entity: at, field: name, route });
    if (!field.target || field.target === 'user') break;
    if (field !== path.at(-1)) {
      route = [{ of: field.id, entity: at }, ...route];
      at = field.target;
      watches.push({ entity: at, field: '*', route });
    }
  }
  return watches;
}
