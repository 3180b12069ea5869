export { createImports, type ImportChange, type Imports, type ImportServices } from './imports.ts';
export type { ImportActor, ImportRow, ImportState } from './import-row.ts';
export { type ColumnMapping, type ColumnProfile, type ImportOptions, type RowReason } from './mapping.ts';
export { importTarget } from './target.ts';
export { type FlowStarts, type Preview, type PreviewStarts } from './preview/preview.ts';
export { missingFields, openDateColumns } from './setup/check-setup.ts';
export { reasonText, rejectedCsv } from './rejected.ts';
export { encodings } from './encoding/sniff-encoding.ts';
