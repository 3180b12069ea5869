/** What the process that changes definitions and the one that looks on know as declared. */
import { defineEntity, integer, relation, text, type EntityDefinition } from '../../core/entity/index.ts';

const shelf: EntityDefinition = {
  ...defineEntity({ id: 'shelf', title: 'name', fields: { name: text() } }),
  plugin: 'demo',
};
const stock: EntityDefinition = {
  ...defineEntity({
    id: 'stock',
    title: 'name',
    fields: { name: text(), code: text(), rank: integer(), shelf: relation('shelf') },
  }),
  plugin: 'demo',
};

export const declared: readonly EntityDefinition[] = [shelf, stock];
