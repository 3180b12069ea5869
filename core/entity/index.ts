export { defineEntity, type DefinedEntity, type RecordOf } from './define-entity.ts';
export type {
  EntityDefinition,
  FieldDefinition,
  FieldType,
  LocalText,
  RecordData,
  SelectOption,
  Values,
} from './definition.ts';
export * from './field-types/index.ts';
export { createModels, type EntityCatalogue, type Models } from './models.ts';
export { recordId } from './record-id.ts';
export type * from './record-store.ts';
export { createRecords, type RecordsInput } from './records.ts';
export { bringUp } from './schema/bring-up.ts';
export { createDefinitions, type DefinitionChange, type Definitions } from './schema/definitions.ts';
export type { EntityPlan } from './schema/plan.ts';
