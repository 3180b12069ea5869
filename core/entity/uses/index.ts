export { entityUses } from './entity-uses.ts';
export { askedEntities, constantText, constructedKeys, expressionFields } from './expression-fields.ts';
export { fieldsOnPath, type FieldRef, type FindEntity } from './field-path.ts';
export { importUses } from './import-uses.ts';
export { roleUses } from './role-uses.ts';
export { createUses, type Use, type Uses, type UsesProvider } from './use.ts';
