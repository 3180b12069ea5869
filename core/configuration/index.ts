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
export { within } from './within.ts';
export { applyPack, undoPack } from './pack/apply-pack.ts';
export { itemsOf, packFiles } from './pack/pack-files.ts';
export { withEmails, withPeople } from './pack/pack-people.ts';
export { planPack } from './pack/plan-pack.ts';
export { readZip, writeZip } from './pack/zip.ts';
