export { exportCsv, type ExportInput, type ExportServices } from './export-csv.ts';
export { byteOrderMark, csvLine } from './csv-cell.ts';
export { optionLabel } from './export-column.ts';
