import type { FlowNode, NamedExpression, ScopeMapping } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { expressionIn, many, one, text } from '../source.ts';
import type { Source } from '../source.ts';

/** Names of the data that a process or sub-process declares. */
export const readDeclared = (scope: Source): string[] => [
  ...new Set(
    [
      ...many(scope, 'properties'),
      ...many(scope, 'flowElements').filter((element) => /^bpmn:Data(Object|Store)/.test(element.$type)),
    ].flatMap((item) => nameOf(item) ?? []),
  ),
];

/** What data associations carry: into the scope or call of an activity that has one, else to its expressions. */
export const readData = (reading: Reading, source: Source, node: FlowNode): void => {
  const data: ScopeMapping = {
    in: many(source, 'dataInputAssociations').flatMap((each) => carried(reading, source, each)),
    out: many(source, 'dataOutputAssociations').flatMap((each) => carried(reading, source, each)),
  };
  if (data.in.length + data.out.length === 0) return;
  if (node.call !== undefined) {
    node.call.in.push(...data.in);
    node.call.out.push(...data.out);
  } else if (/[sS]ubProcess$|^transaction$/.test(node.type)) {
    const { in: given = [], out = [] } = node.mapping ?? {};
    node.mapping = { in: [...given, ...data.in], out: [...out, ...data.out] };
  } else node.data = data;
  // What a throwing event has been given is what travels.
  if (node.event?.kind === 'message' || node.event?.kind === 'signal')
    (node.event.payload ??= []).push(...data.in.map(({ name }) => ({ name, value: quoted(name) })));
};

const carried = ({ findings }: Reading, source: Source, association: Source): NamedExpression[] => {
  const assignments = many(association, 'assignment').flatMap((each): NamedExpression[] => {
    const from = expressionIn(each, 'from');
    const to = expressionIn(each, 'to') ?? '';
    const [, name, member] = /^([\p{L}_][\p{L}\p{N}_]*)(?:\.([\p{L}_][\p{L}\p{N}_]*))?$/u.exec(to) ?? [];
    if (from !== undefined && name !== undefined) return [{ name, value: assigned(name, member, from) }];
    findings.add('attribute-invalid', source, {
      attribute: 'assignment to',
      value: to,
      wanted: 'order, order.total',
    });
    return [];
  });
  if (assignments.length > 0) return assignments;
  const target = one(association, 'targetRef');
  const name = target && nameOf(target);
  const from = many(association, 'sourceRef').flatMap((each) => nameOf(each) ?? [])[0];
  const value = expressionIn(association, 'transformation') ?? (from && quoted(from));
  if (name !== undefined && value !== undefined && name !== placeholder) return [{ name, value }];
  findings.add('data-association-ignored', source);
  return [];
};

/** A modeler gives this target to an association that it only draws. */
const placeholder = '__targetRef_placeholder';

const assigned = (name: string, member: string | undefined, from: string): string =>
  member === undefined
    ? from
    : `$merge([$type(${name}) = "object" ? ${name} : {}, {${JSON.stringify(member)}: (${from})}])`;

/** References to one data object or store are the same variable. */
const nameOf = (item: Source): string | undefined => {
  const meant = one(item, 'dataObjectRef') ?? one(item, 'dataStoreRef') ?? item;
  return text(meant, 'name') ?? text(item, 'name') ?? meant.id;
};

const quoted = (name: string): string => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name}\``);
