import './texts.ts';
export { RlReportList } from './rl-report-list.ts';
export { RlReportPage } from './rl-report-page.ts';
