export { exportCsv, type ExportInput, type ExportServices } from './export-csv.ts';
