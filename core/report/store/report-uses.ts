import type { EntityDefinition } from '../../entity/definition.ts';
import { fieldsOnPath, type FieldRef, type FindEntity, type UsesProvider } from '../../entity/uses/index.ts';
import type { Sql } from '../../db/connect.ts';
import { entitiesOf, type ReportDefinition } from '../definition.ts';

interface Row {
  id: string;
  name: string;
  definition: ReportDefinition;
  owner: string;
}

interface ReportUsesInput {
  sql: Sql;
  registry: { entities(): readonly EntityDefinition[] };
}

/** Reports by the fields they ask about: those of one person too, since without the field none of them answers. */
export const reportUses = ({ sql, registry }: ReportUsesInput): UsesProvider => ({
  kind: 'report',
  uses: async () => {
    const rows = await sql<Row[]>`
      select r.id, r.name, r.definition, u.name as owner
      from core.report r join core."user" u on u.id = r.owner_id order by lower(r.name), r.id limit 5000`;
    const all = new Map(registry.entities().map((definition) => [definition.id, definition]));
    return rows.flatMap(({ id, name, definition, owner }) => {
      const common = { kind: 'report', id, name: { en: name }, place: owner, href: `/reports/${id}` };
      return [
        ...entitiesOf(definition).map((entity) => ({ ...common, entity, isBroken: true })),
        ...askedFields(definition, (wanted) => all.get(wanted)).map((field) => ({
          ...{ ...common, ...field, isBroken: true },
        })),
      ];
    });
  },
});

function askedFields(definition: ReportDefinition, find: FindEntity): FieldRef[] {
  const { entity, groups, conditions = [], measures, beside = [] } = definition;
  const paths: [entity: string, path: string][] = [
    ...groups.map(({ field }): [string, string] => [entity, field]),
    ...conditions.map(({ field }): [string, string] => [entity, field]),
    ...beside.flatMap((part) =>
      [...part.fields, ...(part.conditions ?? []).map(({ field }) => field)].map(
        (field): [string, string] => [part.entity, field],
      ),
    ),
    ...measures.flatMap((measure) =>
      'expression' in measure
        ? []
        : [measure.field, measure.since, ...(measure.conditions ?? []).map(({ field }) => field)].flatMap(
            (field): [string, string][] => (field ? [[measure.of ?? entity, field]] : []),
          ),
    ),
  ];
  return paths.flatMap(([from, path]) => fieldsOnPath(find, from, path.split('.')));
}
