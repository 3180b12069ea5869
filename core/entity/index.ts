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
export { wordsOf } from './local-text.ts';
export { createModels, type EntityCatalogue, type Models } from './models.ts';
export { previewExpression, type Sample } from './preview/preview-expression.ts';
export { rollupPath } from './rollup-path.ts';
export { previewRollup } from './preview/preview-rollup.ts';
export { recordId } from './record-id.ts';
export { readMany } from './read-many.ts';
export { readOne } from './read-one.ts';
export { idOf, titleOf } from './reference.ts';
export type * from './record-store.ts';
export { createRecords, type RecordsInput } from './records.ts';
export { bringUp } from './schema/bring-up.ts';
export type { ChangeDetail, ChangeRow } from './change/change-row.ts';
export { changedMeanwhile, lastChange } from './change/meanwhile.ts';
export { typesFor } from './change/check-type-changes.ts';
export type { ChangePlan } from './change/describe-change.ts';
export type { DefinitionOperation } from './change/operation.ts';
export type { DefinitionChange } from './change/prepare-change.ts';
export { entityPart } from './change/entity-part.ts';
export { written } from './written.ts';
export { createDefinitions, type Definitions } from './schema/definitions.ts';
export { createUses, type Use, type Uses, type UsesProvider } from './uses/index.ts';
