export { readAudit, type AuditItem, type AuditQuery } from './audit.ts';
export { createConfiguration, type Configuration } from './configuration.ts';
export { announce, definitionChanged } from './definition-changed.ts';
export type {
  ApplyContext,
  ConfigurationChange,
  ConfigurationItem,
  ConfigurationPart,
  DefinitionChange,
  Reference,
} from './part.ts';
