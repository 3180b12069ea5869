import { definePlugin } from '../../core/index.ts';
import { demo } from './demo/demo.ts';
import { customerAnalysis } from './entities/customer-analysis.ts';
import { campaignReports } from './reports/campaign-reports.ts';
import { customerReports } from './reports/customer-reports.ts';
import { journeyReports } from './reports/journey-reports.ts';
import { salesReports } from './reports/sales-reports.ts';
import { serviceReports } from './reports/service-reports.ts';
import { analyst } from './roles/analyst.ts';
import { atAGlance } from './screens/at-a-glance.ts';
import { customerAnalyses } from './screens/customer-analyses.ts';
import { customerAnalysisRecord } from './screens/customer-analysis-record.ts';
import { salesOverview } from './screens/sales-overview.ts';
import { segmentBoard } from './screens/segment-board.ts';
import { analyseCustomers } from './tasks/analyse-customers.ts';

/** What the numbers say about customers: how good, how alive, how likely to leave. */
export const analytics = definePlugin({
  id: 'analytics',
  version: '1.0.0',
  relata: '^1.0.0',
  url: import.meta.url,
  uses: ['customers', 'sales'],
  entities: [customerAnalysis],
  tasks: [analyseCustomers],
  flows: 'flows/*.bpmn',
  starters: 'starters/*.bpmn',
  reports: [...salesReports, ...customerReports, ...serviceReports, ...campaignReports, ...journeyReports],
  screens: [atAGlance, salesOverview, customerAnalyses, segmentBoard, customerAnalysisRecord],
  roles: [analyst],
  demo,
});
