export { entitiesOf, type ReportDefinition } from './definition.ts';
export { reportCsv } from './export/report-csv.ts';
export { reportTasks } from './tasks/report-tasks.ts';
export { reportRecords, runReport, type ReportParts } from './run/run-report.ts';
export { listReports, readReport } from './store/list-reports.ts';
export { changeReport, createReport, deleteReport } from './store/save-report.ts';
